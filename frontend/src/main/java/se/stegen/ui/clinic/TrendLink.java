package se.stegen.ui.clinic;

import com.vaadin.flow.component.html.Div;
import io.micronaut.core.annotation.Nullable;
import se.stegen.guideline.IndicatorCode;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.Paths;

/** From the doctors behind a light to how it has been over time. */
final class TrendLink extends Div {
    static final String ID = "clinic-trend";

    private static final long serialVersionUID = 1L;

    TrendLink() {
        setId(ID);
    }

    /** Leads to the opened light's trend; nothing where none is opened. */
    void show(long clinicId, @Nullable IndicatorCode opened) {
        removeAll();
        if (opened != null) {
            add(Html.link(
                    Paths.outlook(clinicId, opened.name()),
                    getTranslation("outlook.link", getTranslation("indicator." + opened))));
        }
    }
}
