package se.stegen.access.signin;

/** The cookie that carries a browser's access token. */
public final class SignInCookie {
    /** Its name. */
    public static final String NAME = "stegen-sign-in";

    private SignInCookie() {}
}
