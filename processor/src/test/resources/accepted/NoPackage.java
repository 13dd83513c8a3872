import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3)
public interface NoPackage extends Network {}
