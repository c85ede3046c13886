package se.stegen.proof;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** All kinds of signed records, each as its feature describes it. */
final class SignedTables {
    private static final Map<SignatureKind, SignedTable> ALL = load();

    private SignedTables() {}

    static Collection<SignedTable> all() {
        return ALL.values();
    }

    static SignedTable of(SignatureKind kind) {
        return find(kind.name()).orElseThrow();
    }

    static Optional<SignedTable> find(String kind) {
        return ALL.values().stream()
                .filter(table -> table.kind().name().equals(kind))
                .findFirst();
    }

    private static Map<SignatureKind, SignedTable> load() {
        Map<SignatureKind, SignedTable> tables = new EnumMap<>(SignatureKind.class);
        ServiceLoader.load(SignedContent.class, SignedContent.class.getClassLoader())
                .forEach(content -> content.tables().forEach(table -> tables.put(table.kind(), table)));
        for (SignatureKind kind : SignatureKind.values()) {
            if (!tables.containsKey(kind)) {
                throw new IllegalStateException("Nobody says what a signed " + kind + " is");
            }
        }
        return tables;
    }
}
