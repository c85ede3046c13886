package se.stegen.access.signin;

import java.util.List;

/** Where keys are kept, shared by all instances. */
interface SigningKeyStore {
    /** All keys that are kept. */
    List<SigningKey> load();

    /** Keeps a new key and forgets those that are given. */
    void replace(SigningKey added, List<SigningKey> forgotten);
}
