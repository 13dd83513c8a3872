/* The loops of a dense network, for a C compiler that may do what it likes with them. Sizes are constants. What is marked
   as generated below stands for one network; the rest is the same for all. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define INLINE static inline __attribute__((always_inline))

/*@SIZES@*/

static float parameters[PARAMETERS] __attribute__((aligned(64)));
static float input[ROWS * INPUTS] __attribute__((aligned(64)));
static float targets[ROWS * OUTPUTS] __attribute__((aligned(64)));
#if TRAINS
static float gradients[PARAMETERS] __attribute__((aligned(64)));
static float means[PARAMETERS] __attribute__((aligned(64)));
static float squares[PARAMETERS] __attribute__((aligned(64)));
static int step;
#endif

/*@BUFFERS@*/

INLINE void dense(const float *restrict x, const float *restrict w, const float *restrict b, float *restrict a,
                  const int rows, const int inputs, const int units) {
    for (int r = 0; r < rows; r++) {
        float z[units];
        for (int j = 0; j < units; j++) z[j] = b[j];
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < units; j++) z[j] += x[r * inputs + i] * w[i * units + j];
        }
        for (int j = 0; j < units; j++) a[r * units + j] = z[j];
    }
}

INLINE void tanh_all(float *restrict a, const int count) {
    for (int i = 0; i < count; i++) a[i] = tanhf(a[i]);
}

INLINE void relu_all(float *restrict a, const int count) {
    for (int i = 0; i < count; i++) a[i] = a[i] > 0 ? a[i] : 0;
}

INLINE void softmax_all(float *restrict a, const int rows, const int units) {
    for (int r = 0; r < rows; r++) {
        float largest = a[r * units], sum = 0;
        for (int j = 1; j < units; j++) largest = fmaxf(largest, a[r * units + j]);
        for (int j = 0; j < units; j++) {
            a[r * units + j] = expf(a[r * units + j] - largest);
            sum += a[r * units + j];
        }
        for (int j = 0; j < units; j++) a[r * units + j] /= sum;
    }
}

#if TRAINS
INLINE void difference(const float *restrict a, float *restrict d, const int count, const float scale) {
    for (int i = 0; i < count; i++) d[i] = scale * (a[i] - targets[i]);
}

INLINE void tanh_derivative(const float *restrict a, float *restrict d, const int count) {
    for (int i = 0; i < count; i++) d[i] *= 1 - a[i] * a[i];
}

INLINE void relu_derivative(const float *restrict a, float *restrict d, const int count) {
    for (int i = 0; i < count; i++) d[i] = a[i] > 0 ? d[i] : 0;
}

INLINE void weight_gradients(const float *restrict x, const float *restrict d, float *restrict dw, float *restrict db,
                             const int rows, const int inputs, const int units) {
    memset(dw, 0, sizeof(float) * inputs * units);
    memset(db, 0, sizeof(float) * units);
    for (int r = 0; r < rows; r++) {
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < units; j++) dw[i * units + j] += x[r * inputs + i] * d[r * units + j];
        }
        for (int j = 0; j < units; j++) db[j] += d[r * units + j];
    }
}

INLINE void input_gradients(const float *restrict d, const float *restrict w, float *restrict dx, const int rows,
                            const int inputs, const int units) {
    for (int r = 0; r < rows; r++) {
        for (int i = 0; i < inputs; i++) {
            float sum = 0;
            for (int j = 0; j < units; j++) sum += d[r * units + j] * w[i * units + j];
            dx[r * inputs + i] = sum;
        }
    }
}

INLINE void sgd(void) {
    for (int i = 0; i < PARAMETERS; i++) parameters[i] -= RATE * gradients[i];
}

INLINE void adam(void) {
    step++;
    const float rate = RATE / (1 - powf(0.9f, step)), root_scale = 1 / sqrtf(1 - powf(0.999f, step));
    for (int i = 0; i < PARAMETERS; i++) {
        const float g = gradients[i];
        means[i] = 0.9f * means[i] + 0.1f * g;
        squares[i] = 0.999f * squares[i] + 0.001f * g * g;
        parameters[i] -= rate * means[i] / (root_scale * sqrtf(squares[i]) + 1e-8f);
    }
}
#endif

static __attribute__((noinline)) void operation(void) {
/*@OPERATION@*/
    /* Nothing may be kept from one call to the next. */
    __asm__ volatile("" ::: "memory");
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

static double repeat(const long count) {
    const double start = now();
    for (long i = 0; i < count; i++) operation();
    return now() - start;
}

static int ascending(const void *a, const void *b) {
    const double x = *(const double *) a, y = *(const double *) b;
    return (x > y) - (x < y);
}

static void read_all(float *to, const size_t count, FILE *file) {
    if (fread(to, sizeof(float), count, file) != count) {
        fprintf(stderr, "the data are too short\n");
        exit(1);
    }
}

/* Arguments: a file with parameters, inputs and targets; a file for the result; runs before that; milliseconds of each of
   the five measurements, of which the median counts. */
int main(const int count, char **arguments) {
    if (count != 5) return 2;
    FILE *data = fopen(arguments[1], "rb");
    if (!data) return 1;
    read_all(parameters, PARAMETERS, data);
    read_all(input, ROWS * INPUTS, data);
    read_all(targets, ROWS * OUTPUTS, data);
    fclose(data);
    for (int i = 0; i < atoi(arguments[3]); i++) operation();
    FILE *result = fopen(arguments[2], "wb");
    if (!result || fwrite(RESULT, sizeof(float), RESULT_COUNT, result) != RESULT_COUNT || fclose(result)) return 1;

    const double nanoseconds = 1e6 * atof(arguments[4]);
    long repeats = 1;
    while (repeat(repeats) < nanoseconds / 4) repeats *= 2;
    repeats *= 4;
    double times[5];
    for (int i = 0; i < 5; i++) times[i] = repeat(repeats) / repeats;
    qsort(times, 5, sizeof(double), ascending);
    printf("{\"nanoseconds\": %.3f, \"spread\": %.3f}\n", times[2], times[4] - times[0]);
    return 0;
}
