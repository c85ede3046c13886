package se.stegen.ui.iup;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.CRC32;
import se.stegen.curriculum.Goal;
import se.stegen.iup.Iup;
import se.stegen.iup.IupItem;
import se.stegen.ui.component.Paths;

/**
 * Goals as rows, time as columns, activities as bars; or the same as a list. The browser draws it ({@code board.js}), so
 * that a plan of hundreds of activities costs the server no components. Each change is asked of {@link Changes}.
 */
@Tag("stegen-board")
final class PlanningBoard extends Component {
    private static final long serialVersionUID = 1L;
    private static final String SCRIPT = "context://board.js?v=" + checksum();

    /** What can be done on the board; each answers by {@link #put} or {@link #drop}. */
    interface Changes {
        /** Opens an activity. */
        void edit(long itemId);

        /** Plans something new for a goal; without days in the term to come. */
        void create(String goalCode, @Nullable LocalDate from, @Nullable LocalDate to);

        /** Gives an activity other days. */
        void move(long itemId, int version, LocalDate from, LocalDate to);

        /** The screen is a phone's: the list is shown. */
        void narrow();

        /** Lets an activity serve one more goal. */
        void link(long itemId, int version, String goalCode);
    }

    /**
     * How a goal stands.
     *
     * @param look colour of its tag
     * @param sign sign beside the word
     * @param word in the reader's language; empty shows no tag
     * @param done whether it is attested
     */
    record Standing(String look, String sign, String word, boolean done) {}

    private final transient Changes changes;

    PlanningBoard(Changes changes) {
        this.changes = changes;
        setId("board");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule(SCRIPT);
    }

    /** Draws a whole plan. */
    void show(Iup plan, List<Goal> goals, Function<String, Standing> standing, LocalDate today, boolean asList) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("from", plan.from().toString());
        data.put("to", plan.to().toString());
        data.put("today", today.toString());
        data.put("mayEdit", plan.mayEdit());
        data.put("form", asList ? "list" : "board");
        data.put("texts", texts());
        data.put("goals", goals.stream().map(goal -> goal(plan, goal, standing)).toList());
        data.put("items", plan.items().stream().map(item -> item(item, today)).toList());
        call("show", data);
    }

    /** An activity is new or changed, and with it these goals' standing. */
    void put(Iup plan, IupItem item, Collection<Goal> goals, Function<String, Standing> standing, LocalDate today) {
        call("put", item(item, today), changed(plan, goals, standing));
    }

    /** An activity is gone. */
    void drop(Iup plan, long itemId, Collection<Goal> goals, Function<String, Standing> standing) {
        call("drop", Long.toString(itemId), changed(plan, goals, standing));
    }

    /** Board or list. */
    void asList(boolean list) {
        call("as", list ? "list" : "board");
    }

    /** Moves the focus to an activity. */
    void focusItem(long itemId) {
        call("focusItem", Long.toString(itemId));
    }

    @ClientCallable
    void edit(String itemId) {
        changes.edit(Long.parseLong(itemId));
    }

    @ClientCallable
    void create(String goalCode, @Nullable String from, @Nullable String to) {
        changes.create(goalCode, from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    @ClientCallable
    void move(String itemId, int version, String from, String to) {
        changes.move(Long.parseLong(itemId), version, LocalDate.parse(from), LocalDate.parse(to));
    }

    @ClientCallable
    void narrow() {
        changes.narrow();
    }

    @ClientCallable
    void link(String itemId, int version, String goalCode) {
        changes.link(Long.parseLong(itemId), version, goalCode);
    }

    /** The script may still be on its way: the call waits until the browser knows the element. */
    private void call(String method, Object... arguments) {
        StringBuilder js = new StringBuilder("customElements.whenDefined('stegen-board').then(() => this.")
                .append(method)
                .append('(');
        for (int i = 0; i < arguments.length; i++) {
            js.append(i == 0 ? "$" : ", $").append(i);
        }
        getElement().executeJs(js.append("))").toString(), arguments);
    }

    private List<Map<String, Object>> changed(Iup plan, Collection<Goal> goals, Function<String, Standing> standing) {
        return goals.stream().map(goal -> goal(plan, goal, standing)).toList();
    }

    private Map<String, Object> goal(Iup plan, Goal goal, Function<String, Standing> standing) {
        Standing stands = standing.apply(goal.code());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", goal.code());
        data.put(
                "title", goal.checked() ? goal.title() : goal.title() + " (" + getTranslation("goals.unchecked") + ")");
        data.put("group", goal.group().name());
        data.put("groupName", getTranslation("iup.group." + goal.group()));
        data.put("path", Paths.goal(plan.programmeId(), goal.code()));
        data.put("look", stands.look());
        data.put("sign", stands.sign());
        data.put("word", stands.word());
        data.put("done", stands.done());
        return data;
    }

    private Map<String, Object> item(IupItem item, LocalDate today) {
        String words = ItemWords.line(item, this::getTranslation, getLocale());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", Long.toString(item.id()));
        data.put("version", item.version());
        data.put("title", item.title());
        data.put("from", item.from().toString());
        data.put("to", item.to().toString());
        data.put("goals", item.goalCodes());
        data.put("fixed", item.placementId() != null);
        data.put("look", item.from().isAfter(today) ? "plain" : "");
        data.put("words", words);
        List<String> label = new ArrayList<>(List.of(item.title(), words));
        label.add(item.goalCodes().isEmpty() ? getTranslation("iup.no.goal") : String.join(", ", item.goalCodes()));
        data.put("label", String.join(" · ", label));
        return data;
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key :
                List.of("board", "goal", "state", "now", "noGoal", "addFor", "empty", "outside", "spring", "autumn")) {
            texts.put(key, getTranslation("iup.board." + key));
        }
        return texts;
    }

    private static String checksum() {
        try (InputStream in = Objects.requireNonNull(
                PlanningBoard.class.getResourceAsStream("/META-INF/resources/board.js"), "board.js")) {
            CRC32 sum = new CRC32();
            sum.update(in.readAllBytes());
            return Long.toString(sum.getValue(), 36);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
