package se.stegen.spur;

/** Gradering of an area. */
public enum Grade {
    /** Rules and advice are followed, with single exceptions among the indicators. */
    A(4),
    /** Rules and advice are followed. */
    B(3),
    /** Rules are followed, advice for the most part. */
    C(2),
    /** Rules are not followed: an action plan is asked for. */
    D(1);

    private final int points;

    Grade(int points) {
        this.points = points;
    }

    /** Points, 4 to 1; the sources give them for the version of 2018, for the newer one it is an assumption. */
    public int points() {
        return points;
    }
}
