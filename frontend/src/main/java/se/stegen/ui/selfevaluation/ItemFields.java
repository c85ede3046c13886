package se.stegen.ui.selfevaluation;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import se.stegen.common.Messages;
import se.stegen.selfevaluation.ItemEvaluation;
import se.stegen.selfevaluation.Judgement;
import se.stegen.ui.component.AutoSave;
import se.stegen.ui.component.Conflict;

/** The two fields of an item, with what they began with: each item is saved by itself. */
final class ItemFields {
    private final Locale locale;
    private final RadioButtonGroup<Judgement> judgement = new RadioButtonGroup<>();
    private final TextArea text = new TextArea();
    private ItemEvaluation base;
    private int version;

    ItemFields(ItemEvaluation known, Locale locale) {
        this.locale = locale;
        this.base = known;
        this.version = known.version();
        judgement.setId("judge-" + known.item().code());
        judgement.setLabel(Messages.get(locale, "selfevaluation.judgement"));
        judgement.setItems(Judgement.values());
        judgement.setItemLabelGenerator(this::words);
        judgement.setValue(known.judgement());
        text.setId("words-" + known.item().code());
        text.setLabel(Messages.get(locale, "selfevaluation.words"));
        text.setWidthFull();
        text.setMaxHeight("320px");
        text.setValue(known.text());
    }

    RadioButtonGroup<Judgement> judgement() {
        return judgement;
    }

    TextArea text() {
        return text;
    }

    String code() {
        return base.item().code();
    }

    /** The item as it was saved last. */
    ItemEvaluation base() {
        return base;
    }

    int version() {
        return version;
    }

    void watch(AutoSave saving) {
        saving.watch(judgement);
        saving.watch(text);
    }

    boolean dirty() {
        return judgement.getValue() != base.judgement()
                || !text.getValue().strip().equals(base.text());
    }

    /** What stands in the fields has been saved. */
    void saved(int newVersion) {
        base = with(judgement.getValue(), text.getValue().strip(), newVersion);
        version = newVersion;
    }

    /** What somebody else saved: nothing to ask where the fields were not touched here. */
    List<Conflict.Difference> differences(ItemEvaluation theirs) {
        String name = code();
        return Stream.of(
                        Conflict.Difference.value(
                                name + ": " + Messages.get(locale, "selfevaluation.judgement"),
                                Optional.ofNullable(base.judgement()),
                                Optional.ofNullable(judgement.getValue()),
                                Optional.ofNullable(theirs.judgement()),
                                one -> words(one.orElse(null)),
                                one -> judgement.setValue(one.orElse(null))),
                        Conflict.Difference.text(
                                name + ": " + Messages.get(locale, "selfevaluation.words"),
                                base.text(),
                                text.getValue().strip(),
                                theirs.text(),
                                text::setValue))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Goes on from the other's version. */
    void from(ItemEvaluation theirs) {
        base = theirs;
        version = theirs.version();
    }

    private ItemEvaluation with(@Nullable Judgement judged, String words, int newVersion) {
        return new ItemEvaluation(
                base.item(),
                base.kind(),
                base.figures(),
                base.voices(),
                judged,
                words,
                base.changedByName(),
                base.changedAt(),
                base.actionId(),
                newVersion);
    }

    private String words(@Nullable Judgement judged) {
        return Objects.requireNonNull(
                judged == null ? "–" : Messages.get(locale, "selfevaluation.judgement." + judged));
    }
}
