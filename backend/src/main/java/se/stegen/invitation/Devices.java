package se.stegen.invitation;

import java.util.Optional;

/** Knows the device of the request under way, where a browser makes it; built by the frontend. */
public interface Devices {
    /** A hash of the browser's random device cookie and of what it calls itself; empty where there is none. */
    Optional<String> current();
}
