/* Fused multiply-adds with nothing else in the way, in C: a cross-check of the figure from Java. */
#include <stdio.h>
#include <time.h>

#ifdef __AVX512F__
#define WIDTH 16
#elif defined(__AVX__)
#define WIDTH 8
#else
#define WIDTH 4
#endif
#define CHAINS 12
#define ROUNDS 20000000L

/* Variables of their own and no array, which would live in memory. */
#define ALL(DO) DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7) DO(8) DO(9) DO(10) DO(11)
#define DECLARE(N) vector c##N = term * (float) (N + 1);
#define STEP(N) c##N = c##N * factor + term;
#define SUM(N) sum += c##N[0];

typedef float vector __attribute__((vector_size(4 * WIDTH)));

int main(void) {
    volatile float seed = 0.001f;
    vector factor, term;
    for (int lane = 0; lane < WIDTH; lane++) {
        factor[lane] = 1 - seed;
        term[lane] = seed;
    }
    ALL(DECLARE)
    double best = 0;
    for (int run = 0; run < 5; run++) {
        struct timespec start, end;
        clock_gettime(CLOCK_MONOTONIC, &start);
        for (long round = 0; round < ROUNDS; round++) {
            ALL(STEP)
        }
        clock_gettime(CLOCK_MONOTONIC, &end);
        const double nanoseconds = (end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec);
        const double gflops = 2.0 * CHAINS * WIDTH * ROUNDS / nanoseconds;
        if (gflops > best) best = gflops;
    }
    float sum = 0;
    ALL(SUM)
    printf("{\"gflops\": %.3f, \"sum\": %g}\n", best, sum);
    return 0;
}
