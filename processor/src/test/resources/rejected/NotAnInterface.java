package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 0)
public class NotAnInterface {}
//     ^ error: [Declaration.Kind] NotAnInterface: this is a class, but a network is declared by an interface.
// |  Hint: write: interface NotAnInterface extends Network {}

@Layer(size = 3)
@Layer(size = 3)
enum AnEnum {
// <- error: [Declaration.Kind] AnEnum: this is an enum, but a network is declared by an interface.
    A
}

class Outer {
    @Input(4)
    @Layer(size = 3)
    @interface AnAnnotation {}
//   ^ error: [Declaration.Kind] AnAnnotation: this is an annotation, but a network is declared by an interface.
}

@Layers({})
abstract class AnAbstractClass implements Network {}
//       ^ error: [Declaration.Kind] AnAbstractClass: this is a class, but a network is declared by an interface.
