package se.stegen.ui.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import se.stegen.instrument.FormDefinition;
import se.stegen.instrument.OverallScale;
import se.stegen.instrument.Procedure;
import se.stegen.instrument.TemplateField;
import se.stegen.instrument.TemplateSection;

/** Changes of a form that is being written; each gives the form anew. */
final class Edits {
    private Edits() {}

    static FormDefinition sections(FormDefinition form, List<TemplateSection> sections) {
        return new FormDefinition(form.format(), sections, form.overall(), form.procedures());
    }

    static FormDefinition overall(FormDefinition form, @io.micronaut.core.annotation.Nullable OverallScale overall) {
        return new FormDefinition(form.format(), form.sections(), overall, form.procedures());
    }

    static FormDefinition procedures(FormDefinition form, List<Procedure> procedures) {
        return new FormDefinition(form.format(), form.sections(), form.overall(), procedures);
    }

    static FormDefinition section(FormDefinition form, String code, UnaryOperator<TemplateSection> change) {
        return sections(form, replace(form.sections(), section -> section.code().equals(code), change));
    }

    static FormDefinition field(FormDefinition form, String code, UnaryOperator<TemplateField> change) {
        return sections(
                form,
                form.sections().stream()
                        .map(section -> fields(
                                section,
                                replace(section.fields(), field -> field.code().equals(code), change)))
                        .toList());
    }

    static FormDefinition procedure(FormDefinition form, String code, UnaryOperator<Procedure> change) {
        return procedures(
                form, replace(form.procedures(), procedure -> procedure.code().equals(code), change));
    }

    static TemplateSection fields(TemplateSection section, List<TemplateField> fields) {
        return new TemplateSection(
                section.code(), section.heading(), section.headingEn(), section.help(), section.helpEn(), fields);
    }

    /** Moves a field one place; from the end of its section into the next, from the beginning into the one before. */
    static FormDefinition moveField(FormDefinition form, String code, int by) {
        List<List<TemplateField>> parts = new ArrayList<>();
        form.sections().forEach(section -> parts.add(new ArrayList<>(section.fields())));
        for (int i = 0; i < parts.size(); i++) {
            List<TemplateField> part = parts.get(i);
            int at = index(part, field -> field.code().equals(code));
            if (at < 0) {
                continue;
            }
            int to = at + by;
            if (to >= 0 && to < part.size()) {
                Collections.swap(part, at, to);
            } else if (i + by >= 0 && i + by < parts.size()) {
                List<TemplateField> next = parts.get(i + by);
                next.add(by > 0 ? 0 : next.size(), part.remove(at));
            }
            break;
        }
        return sections(
                form,
                IntStream.range(0, parts.size())
                        .mapToObj(i -> fields(form.sections().get(i), parts.get(i)))
                        .toList());
    }

    static <T> List<T> move(List<T> list, Predicate<T> which, int by) {
        List<T> moved = new ArrayList<>(list);
        int at = index(list, which);
        if (at >= 0 && at + by >= 0 && at + by < moved.size()) {
            Collections.swap(moved, at, at + by);
        }
        return moved;
    }

    static <T> List<T> without(List<T> list, Predicate<T> which) {
        return list.stream().filter(which.negate()).toList();
    }

    static <T> List<T> with(List<T> list, int at, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(Math.min(at, more.size()), one);
        return more;
    }

    static <T> int index(List<T> list, Predicate<T> which) {
        return IntStream.range(0, list.size())
                .filter(i -> which.test(list.get(i)))
                .findFirst()
                .orElse(-1);
    }

    /** A code that no part of the form has. */
    static String newCode(FormDefinition form, String prefix) {
        Set<String> taken = new HashSet<>();
        form.sections().forEach(section -> taken.add(section.code()));
        form.fields().forEach(field -> taken.add(field.code()));
        form.procedures().forEach(procedure -> taken.add(procedure.code()));
        int number = 1;
        while (taken.contains(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    private static <T> List<T> replace(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        return list.stream()
                .map(one -> which.test(one) ? change.apply(one) : one)
                .toList();
    }
}
