package se.stegen.ui.forms;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.stegen.instrument.ClinicForm;
import se.stegen.instrument.FormData;
import se.stegen.instrument.FormDefinition;
import se.stegen.instrument.OverallScale;
import se.stegen.instrument.TemplateField;
import se.stegen.ui.component.Conflict;

/** What two who wrote the same form have to choose between: its name, what it counts for, and its content as a whole. */
final class FormDifferences {
    private FormDifferences() {}

    static List<Conflict.Difference> of(FormView view, ClinicForm base, ClinicForm theirs) {
        FormData mine = view.data();
        return Stream.of(
                        Conflict.Difference.value(
                                view.getTranslation("forms.name"),
                                base.name(),
                                Objects.requireNonNullElse(mine.name(), ""),
                                theirs.name(),
                                words -> words,
                                name -> view.choose(new FormData(
                                        name,
                                        view.data().formal(),
                                        view.data().competences(),
                                        view.data().definition()))),
                        Conflict.Difference.value(
                                view.getTranslation("forms.formal"),
                                base.formal(),
                                mine.formal(),
                                theirs.formal(),
                                formal -> view.getTranslation(formal ? "yes" : "no"),
                                formal -> view.choose(new FormData(
                                        view.data().name(),
                                        formal,
                                        view.data().competences(),
                                        view.data().definition()))),
                        Conflict.Difference.value(
                                view.getTranslation("forms.competences"),
                                new TreeSet<>(base.competences()),
                                new TreeSet<>(mine.competences()),
                                new TreeSet<>(theirs.competences()),
                                codes -> codes.stream()
                                        .map(code -> view.getTranslation("competence." + code))
                                        .collect(Collectors.joining(", ")),
                                codes -> view.choose(new FormData(
                                        view.data().name(),
                                        view.data().formal(),
                                        List.copyOf(codes),
                                        view.data().definition()))),
                        Conflict.Difference.value(
                                view.getTranslation("forms.content"),
                                base.definition(),
                                mine.definition(),
                                theirs.definition(),
                                FormDifferences::outline,
                                definition -> view.choose(new FormData(
                                        view.data().name(),
                                        view.data().formal(),
                                        view.data().competences(),
                                        definition))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The form's parts, one a line. */
    private static String outline(FormDefinition definition) {
        OverallScale scale = definition.overall();
        Stream<String> parts = definition.sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.heading()).filter(heading -> !heading.isEmpty()),
                        section.fields().stream().map(field -> "– " + field.label())));
        return Stream.concat(
                        parts,
                        scale == null ? Stream.empty() : scale.steps().stream().map(TemplateField.Option::label))
                .collect(Collectors.joining("\n"));
    }
}
