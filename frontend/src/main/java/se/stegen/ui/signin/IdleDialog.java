package se.stegen.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import jakarta.inject.Singleton;
import se.stegen.access.signin.SignInService;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.bridge.IdleWarning;

/** Says that one will be signed out soon, and lets one stay. */
@Singleton
final class IdleDialog implements IdleWarning {
    private final SignInService signIn;
    private final CurrentActor actor;

    IdleDialog(SignInService signIn, CurrentActor actor) {
        this.signIn = signIn;
        this.actor = actor;
    }

    @Override
    public Component open(UI ui) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(ui.getTranslation("idle.title"));
        dialog.setText(ui.getTranslation("idle.text"));
        dialog.setConfirmText(ui.getTranslation("idle.stay"));
        dialog.addConfirmListener(event -> signIn.touch(actor.get(), actor.signInId()));
        ui.add(dialog);
        dialog.open();
        return dialog;
    }

    @Override
    public void close(Component warning) {
        ((ConfirmDialog) warning).close();
    }
}
