package dev.netwright.benchmarks.networks;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.Network;

/** Batch normalisation of the channels of small images, and nothing else. */
@Input(shape = {5, 4, 3})
@Layer(normalize = Normalization.BATCH)
public interface Normalized extends Network {}
