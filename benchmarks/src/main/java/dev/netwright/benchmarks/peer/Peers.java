package dev.netwright.benchmarks.peer;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds peers: those that need no library, and those of libraries on the class path. */
public final class Peers {
    private static final List<Peer> BUILT_IN = List.of(
            new NetwrightPeer(),
            new NetwrightPassPeer(),
            new TextbookPeer(),
            new HandWrittenPeer(),
            new WrittenOutPeer());

    private Peers() {}

    /** The peer with this id. */
    public static Peer byId(String id) {
        return Stream.concat(
                        BUILT_IN.stream(),
                        ServiceLoader.load(Peer.class).stream().map(ServiceLoader.Provider::get))
                .filter(peer -> peer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No peer is called " + id + "."));
    }
}
