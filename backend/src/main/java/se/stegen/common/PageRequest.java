package se.stegen.common;

/**
 * Which part of a list is asked for.
 *
 * @param page from 0
 * @param size 1-200
 */
public record PageRequest(int page, int size) {
    /** The greatest size of a page. */
    public static final int MAX_SIZE = 200;

    /** Refuses what is outside the ranges with {@code OUT_OF_RANGE}. */
    public PageRequest {
        if (page < 0 || page > 1_000_000) {
            throw Problem.field("page", ProblemCode.OUT_OF_RANGE);
        }
        if (size < 1 || size > MAX_SIZE) {
            throw Problem.field("size", ProblemCode.OUT_OF_RANGE);
        }
    }

    /** The first page, as large as it gets. */
    public static PageRequest first() {
        return new PageRequest(0, MAX_SIZE);
    }

    /** Rows before this page. */
    public long offset() {
        return (long) page * size;
    }
}
