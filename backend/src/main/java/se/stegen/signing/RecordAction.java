package se.stegen.signing;

import io.micronaut.core.annotation.Nullable;

/** What can be asked for with a record that is signed. Who may, and in which state, says {@link RecordFlow}. */
public enum RecordAction {
    /** Changes what is asked for or told. */
    EDIT(null),
    /** A planned session gets another day, time or place. */
    MOVE(null),
    /** A planned session will not be held. */
    CANCEL(RecordState.CANCELLED),
    /** A planned session was held. */
    REPORT_HELD(RecordState.DRAFT),
    /** Sends to the one who signs. */
    SEND(RecordState.SENT),
    /** Signs; nothing changes after that. */
    SIGN(RecordState.SIGNED),
    /** Åter för komplettering. */
    GIVE_BACK(RecordState.RETURNED),
    /** Avböjer. */
    DECLINE(RecordState.DECLINED),
    /** Återtar. */
    WITHDRAW(RecordState.WITHDRAWN),
    /** Vidarebefordrar: somebody else is to sign instead. */
    FORWARD(null),
    /** Påminner. */
    REMIND(null),
    /** The time to answer is over. */
    EXPIRE(RecordState.EXPIRED),
    /** Makulerar. */
    VOID(RecordState.VOIDED),
    /** Frågar igen: a new request like one that was never answered. */
    ASK_AGAIN(null),
    /** Takes away what was never sent. */
    DELETE(null);

    private final @Nullable RecordState target;

    RecordAction(@Nullable RecordState target) {
        this.target = target;
    }

    /** The state that it leads to from {@code state}; the same where it changes none. */
    public RecordState target(RecordState state) {
        return target == null ? state : target;
    }
}
