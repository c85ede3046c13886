package se.stegen.proof;

import java.util.List;

/**
 * What a feature lets people sign; found by {@link java.util.ServiceLoader}, since {@code verify} runs without the
 * program. A feature names its own tables here, so that proofs know none of them.
 */
public interface SignedContent {
    /** The feature's kinds of signed records. */
    List<SignedTable> tables();
}
