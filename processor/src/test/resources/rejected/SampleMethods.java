package demo;

import static dev.netwright.annotations.Activation.*;

import dev.netwright.annotations.*;
import dev.netwright.runtime.*;
import java.util.List;

@Input(record = Flower.class)
@Layer(labels = Species.class, activation = SOFTMAX)
public interface SampleMethods extends Classifier<Flower, Species> {
    @Override
    default Species classify(Flower flower) {
        //          ^ error: [Method.Clash] SampleMethods: the method classify(demo.Flower) has the signature of a method that the generated class has itself.
        return Species.SETOSA;
    }

    default void features() {}
    //           ^ error: [Method.Clash] SampleMethods: the method features() has the signature of a method that the generated class has itself.

    default void dataset(List<Flower> flowers, List<Species> species) {}
    //           ^ error: [Method.Clash] SampleMethods: the method dataset(java.util.List,java.util.List) has the signature of a method that the generated class has itself.

    default void dataset(List<Flower> flowers, float[] targets) {}

    Thread classify(Thread thread);
    //     ^ error: [Method.Abstract] SampleMethods: the abstract method classify(java.lang.Thread) has no implementation: a generated class has those of Network alone.

    @Override
    float[] probabilities(Flower flower);

    @Override
    SampleMethods copy();
}

record Flower(float petal) {}

enum Species {
    SETOSA,
    VIRGINICA
}

@Input(record = Flower.class)
@Layer(size = 2)
interface Estimates extends Network {
    default void dataset(List<Flower> flowers, float[] targets) {}
    //           ^ error: [Method.Clash] Estimates: the method dataset(java.util.List,float[]) has the signature of a method that the generated class has itself.

    default void dataset(List<Flower> flowers, List<Species> species) {}
}

@Input(record = Flower.class)
@Input(value = 3, name = "more")
@Layer(size = 1, from = {"input1", "more"})
interface Infers extends Network {
    default void infer(Flower flower, float[] more) {}
    //           ^ error: [Method.Clash] Infers: the method infer(demo.Flower,float[]) has the signature of a method that the generated class has itself.

    default void features() {}

    default void dataset(List<Flower> flowers, float[] more, float[] targets) {}
    //           ^ error: [Method.Clash] Infers: the method dataset(java.util.List,float[],float[]) has the signature of a method that the generated class has itself.

    default void dataset(List<Flower> flowers, float[] targets) {}
}
