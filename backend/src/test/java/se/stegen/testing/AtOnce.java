package se.stegen.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;

/** Two calls in the same moment, each in a thread of its own. */
public final class AtOnce {
    private AtOnce() {}

    /** Makes both calls and gives the codes of those that were refused. */
    public static List<ProblemCode> refusals(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<ProblemCode> refused = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<?>> calls = new ArrayList<>();
            for (Callable<?> call : List.of(one, other)) {
                calls.add(two.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            for (Future<?> call : calls) {
                try {
                    call.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof Problem problem)) {
                        throw e;
                    }
                    refused.add(problem.code());
                }
            }
        }
        return refused;
    }
}
