package dev.netwright.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes that exported files have parts of, as nested classes with those members alone that are called. The arithmetic of the activations
 * and the order of sums are the runtime's own sources, so that they are written down once; a fused multiply-add, which Java 8 has
 * not, and what works on a single sample lie as sources in this module. All of it is Java 8.
 */
final class Parts {
    /** In the order in which they stand in a file. */
    private static final List<PartSource> ALL = List.of(
            PartSource.read("Checks", "Refuses what cannot be computed with."),
            PartSource.read(
                    "Kernels",
                    "What layers do, for one sample. The order of every sum is fixed, for the same bits everywhere."),
            PartSource.read("ActivationMath", "The activations as functions of one pre-activation z."),
            PartSource.read(
                    "FloatMath",
                    "Exponentials and their relatives in floats: those of Math may differ from one JVM to the next, while basic operations"
                            + " may not."),
            PartSource.read("GeluMath", "The two forms of GELU, with exponents that are sums of two floats."),
            PartSource.read("Softmax", "A part of softmax."),
            PartSource.read("LogSoftmax", "Log-softmax of rows."),
            PartSource.read(
                    "PortableMath",
                    "Exponentials and logarithms in doubles, for those of Math may differ from one JVM to the next."),
            PartSource.read("RowParts", "Sums in two and in four parts."),
            PartSource.read(
                    "RowSums",
                    "Sums over neighbouring elements in 16 chains, to which they belong in turn, and which are added in pairs."),
            PartSource.read("Fma", "The fused multiply-add, exactly, which Java has from version 9 on alone."),
            PartSource.read("Numbers", "Reads the weights."));

    private static final Pattern QUALIFIED =
            Pattern.compile("(?<![\\w.])(" + String.join("|", names()) + ")\\.(\\w+)\\b *(\\(?)");
    private static final Pattern SIMPLE = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)\\b *(\\(?)");

    private final Set<Place> needed = new LinkedHashSet<>();

    private Parts() {}

    /** A member that is needed, in the class that has it. */
    private record Place(PartSource source, Member member) {}

    /** What some code calls, and what that calls, and so on. */
    static Parts calledBy(String code) {
        Parts parts = new Parts();
        Deque<Place> unread = new ArrayDeque<>(qualified(PartSource.withoutComments(code)));
        while (!unread.isEmpty()) {
            Place place = unread.remove();
            if (parts.needed.add(place)) {
                unread.addAll(qualified(place.member.code()));
                unread.addAll(simple(place));
            }
        }
        return parts;
    }

    /** The names that classes in a file have, so that its own may not. */
    static List<String> names() {
        return ALL.stream().map(PartSource::name).toList();
    }

    private static List<Place> qualified(String code) {
        List<Place> found = new ArrayList<>();
        for (Matcher name = QUALIFIED.matcher(code); name.find(); ) {
            for (PartSource source : ALL) {
                if (source.name().equals(name.group(1))) {
                    add(source, name.group(2), !name.group(3).isEmpty(), found);
                }
            }
        }
        return found;
    }

    private static List<Place> simple(Place place) {
        List<Place> found = new ArrayList<>();
        for (Matcher name = SIMPLE.matcher(place.member.code()); name.find(); ) {
            add(place.source, name.group(1), !name.group(2).isEmpty(), found);
        }
        return found;
    }

    private static void add(PartSource source, String name, boolean isMethod, List<Place> places) {
        for (Member member : source.members()) {
            if (member.name().equals(name) && member.isMethod() == isMethod) {
                places.add(new Place(source, member));
            }
        }
    }

    /** Those members of a class that are needed, in its order. */
    private List<Member> membersOf(PartSource source) {
        return source.members().stream()
                .filter(member -> needed.contains(new Place(source, member)))
                .toList();
    }

    /** Lines of all imports that are needed, in their order. */
    List<String> imports() {
        Set<String> imports = new TreeSet<>();
        for (PartSource source : ALL) {
            String code =
                    String.join("", membersOf(source).stream().map(Member::code).toList());
            for (String line : source.imports()) {
                String type = line.substring(line.lastIndexOf('.') + 1, line.length() - 1);
                if (Pattern.compile("\\b" + type + "\\b").matcher(code).find()) {
                    imports.add(line);
                }
            }
        }
        return List.copyOf(imports);
    }

    /** Writes the nested classes. */
    void write(SourceText text) {
        for (PartSource source : ALL) {
            List<Member> members = membersOf(source);
            if (!members.isEmpty()) {
                text.line("");
                text.comment(List.of(source.comment()));
                text.line("private static final class " + source.name() + " {");
                write(members, text);
                text.line("}");
            }
        }
    }

    /** Constants of one group, of which the first has the comment, stand together. */
    private static void write(List<Member> members, SourceText text) {
        boolean isFirst = true;
        boolean wasField = false;
        for (Member member : members) {
            boolean belongsToLast =
                    wasField && !member.isMethod() && !member.text().contains("/*");
            if (!isFirst && !belongsToLast) {
                text.line("");
            }
            text.lines(member.text());
            isFirst = false;
            wasField = !member.isMethod();
        }
    }
}
