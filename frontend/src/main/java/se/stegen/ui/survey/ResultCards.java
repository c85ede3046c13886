package se.stegen.ui.survey;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import se.stegen.chart.BarChart;
import se.stegen.common.Messages;
import se.stegen.survey.PublishedShare;
import se.stegen.survey.RespondentGroup;
import se.stegen.survey.SurveyResult;
import se.stegen.survey.SurveyResult.Cell;
import se.stegen.survey.SurveyResult.Share;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Markup;
import se.stegen.ui.component.Sheet;

/** What a survey came to: how many answered, a chart of one group, the table of all, and the free texts. */
final class ResultCards {
    static final String GROUP = "survey-group";
    static final String REFERENCE = "survey-reference";
    static final String TABLE = "survey-table";
    static final String COMMENTS = "survey-comments";

    private static final List<RespondentGroup> ORDER =
            Arrays.asList(RespondentGroup.values()).reversed();

    private final SurveyResult result;
    private final Locale locale;

    /** What a share is held against. */
    private enum Reference {
        EARLIER,
        POOLED,
        PUBLISHED,
        NONE
    }

    ResultCards(SurveyResult result, Locale locale) {
        this.result = result;
        this.locale = locale;
    }

    List<Component> parts() {
        List<Component> parts = new ArrayList<>(List.of(sizes()));
        if (ORDER.stream().anyMatch(group -> ownOf(group) != null || pooledOf(group) != null)) {
            parts.add(chart());
        }
        parts.add(table());
        parts.add(comments());
        return parts;
    }

    private Div sizes() {
        Div card = card("survey.sizes");
        card.add(new Paragraph(SurveyWords.answered(result.survey(), locale)));
        var rows = Html.tag("ul");
        rows.addClassName("rows");
        for (RespondentGroup group : ORDER) {
            Integer own = ownOf(group);
            Integer pooled = pooledOf(group);
            String words = own == null ? t("survey.few") : t("survey.size", own);
            String more = pooled == null ? "" : " · " + t("survey.size.pooled", pooled, result.pooledOver());
            var row = Html.tag(
                    "li",
                    Html.div("words", Html.text("b", group.title(locale)), Html.text("small", " " + words + more)));
            row.addClassName("row");
            rows.add(row);
        }
        card.add(rows, new Paragraph(t("survey.protected")));
        return card;
    }

    private Div chart() {
        Div card = card("survey.chart");
        List<RespondentGroup> groups = ORDER.stream()
                .filter(group -> ownOf(group) != null || pooledOf(group) != null)
                .toList();
        Select<RespondentGroup> group = new Select<>();
        group.setId(GROUP);
        group.setLabel(t("survey.group"));
        group.setItems(groups);
        group.setItemLabelGenerator(one -> one == null ? "" : one.title(locale));
        Select<Reference> reference = new Select<>();
        reference.setId(REFERENCE);
        reference.setLabel(t("survey.reference"));
        reference.setItemLabelGenerator(one -> one == null ? "" : name(one));
        Div drawn = new Div();
        Runnable draw = () -> {
            RespondentGroup chosen = group.getValue();
            Reference with = reference.getValue();
            drawn.removeAll();
            if (chosen != null && with != null) {
                drawn.add(drawn(chosen, with));
            }
        };
        reference.setItems(references());
        reference.setValue(references().getFirst());
        group.addValueChangeListener(change -> draw.run());
        reference.addValueChangeListener(change -> draw.run());
        group.setValue(groups.getFirst());
        card.add(Html.div("fields", group, reference), drawn);
        return card;
    }

    private List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        if (result.earlierOn() != null) {
            references.add(Reference.EARLIER);
        }
        if (result.pooledOver() > 0) {
            references.add(Reference.POOLED);
        }
        references.add(Reference.PUBLISHED);
        references.add(Reference.NONE);
        return references;
    }

    private String name(Reference reference) {
        return switch (reference) {
            case EARLIER ->
                t("survey.reference.EARLIER", Dates.day(Objects.requireNonNull(result.earlierOn()), locale));
            case POOLED ->
                t(
                        "survey.reference.POOLED",
                        result.pooledOver(),
                        Dates.day(Objects.requireNonNull(result.pooledOn()), locale));
            case PUBLISHED -> t("survey.reference.PUBLISHED");
            case NONE -> t("survey.reference.NONE");
        };
    }

    private List<Component> drawn(RespondentGroup group, Reference chosen) {
        boolean pooledOnly = ownOf(group) == null;
        // What is drawn as the bars themselves is nothing to hold them against, in the legend neither.
        Reference reference = pooledOnly && chosen == Reference.POOLED ? Reference.NONE : chosen;
        List<BarChart.Bar> bars = new ArrayList<>();
        for (SurveyResult.Line line : result.lines()) {
            Cell cell = line.cells().get(group);
            if (cell != null) {
                bars.add(new BarChart.Bar(
                        line.statement().label(locale),
                        percent(pooledOnly ? cell.pooled() : cell.own()),
                        reference(cell, reference)));
            }
        }
        String title = t("survey.chart.title", group.title(locale));
        List<Component> parts = new ArrayList<>();
        Div legend =
                Html.div("legend bars-legend", new Span(t(pooledOnly ? "survey.legend.pooled" : "survey.legend.own")));
        if (reference != Reference.NONE) {
            Span hollow = new Span(name(reference));
            hollow.addClassName("hollow");
            legend.add(hollow);
        }
        parts.add(legend);
        for (int width : List.of(BarChart.WIDE, BarChart.NARROW)) {
            BarChart.svg(bars, width, title, t("survey.chart.described"), locale)
                    .ifPresent(svg -> {
                        Div picture = Html.div(width == BarChart.WIDE ? "bars wide" : "bars phone");
                        picture.getElement().setProperty("innerHTML", svg);
                        parts.add(picture);
                    });
        }
        return parts;
    }

    private static @Nullable Integer reference(Cell cell, Reference reference) {
        PublishedShare published = cell.published();
        return switch (reference) {
            case EARLIER -> percent(cell.earlier());
            case POOLED -> percent(cell.pooled());
            case PUBLISHED -> published == null ? null : published.percent();
            case NONE -> null;
        };
    }

    private static @Nullable Integer percent(@Nullable Share share) {
        return share == null ? null : share.percent();
    }

    private Div table() {
        Div card = card("survey.table");
        List<String> columns = new ArrayList<>(List.of(t("survey.statement")));
        ORDER.forEach(group -> columns.add(group.title(locale)));
        Sheet sheet = new Sheet(t("survey.table"), columns);
        sheet.setId(TABLE);
        for (SurveyResult.Line line : result.lines()) {
            List<Markup> cells = new ArrayList<>(List.of(Markup.words(
                    line.statement().code() + ". " + line.statement().text(locale))));
            ORDER.forEach(group -> cells.add(cell(line.cells().get(group))));
            sheet.row(cells);
        }
        card.add(new Paragraph(t("survey.table.text")), sheet, new Paragraph(t("survey.sources")));
        return card;
    }

    private Markup cell(@Nullable Cell cell) {
        if (cell == null) {
            return Markup.text("span", "hint", t("survey.not.asked"));
        }
        Share own = cell.own();
        Markup words = own == null
                ? Markup.text("span", "hint", t("survey.hidden"))
                : Markup.text("b", "", t("survey.share", own.percent(), own.answers()));
        Share pooled = cell.pooled();
        Share earlier = cell.earlier();
        PublishedShare published = cell.published();
        if (earlier != null) {
            words = words.and(small(t("survey.share.earlier", earlier.percent(), earlier.answers())));
        }
        if (pooled != null) {
            words = words.and(small(t("survey.share.pooled", pooled.percent(), pooled.answers())));
        }
        if (published != null) {
            words = words.and(small(t(
                    "survey.share.published",
                    published.percent(),
                    published.answers(),
                    t("survey.mark." + published.source()))));
        }
        return words;
    }

    private static Markup small(String text) {
        return Markup.text("small", "line", text);
    }

    private Div comments() {
        Div card = card("survey.comments");
        card.setId(COMMENTS);
        if (result.comments().isEmpty()) {
            card.add(new EmptyState(t("survey.comments.none")));
            return card;
        }
        card.add(new Paragraph(t("survey.comments.text")));
        for (RespondentGroup group : ORDER) {
            List<String> texts = result.comments().getOrDefault(group, List.of());
            if (!texts.isEmpty()) {
                var list = Html.tag("ul");
                texts.forEach(text -> {
                    var item = Html.text("li", text);
                    item.addClassName("prose");
                    list.add(item);
                });
                card.add(Html.text("h3", group.title(locale)), list);
            }
        }
        return card;
    }

    private @Nullable Integer ownOf(RespondentGroup group) {
        return Objects.requireNonNull(result.groups().get(group)).answers();
    }

    private @Nullable Integer pooledOf(RespondentGroup group) {
        return Objects.requireNonNull(result.groups().get(group)).pooled();
    }

    private Div card(String key) {
        return Html.div("card", Html.text("h2", t(key)));
    }

    private String t(String key, Object... arguments) {
        return Messages.get(locale, key, arguments);
    }
}
