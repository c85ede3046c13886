package se.stegen.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import se.stegen.common.Problem;

/**
 * Figures for operators are read from the machine itself only. The address is that of the caller behind a trusted proxy,
 * so that a proxy on the same machine opens nothing.
 */
@ServerFilter("/api/prometheus")
final class PrometheusGuard {
    @RequestFilter
    void guard(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        boolean proxied = request.getHeaders().contains("X-Forwarded-For");
        if (address == null || !address.isLoopbackAddress() || proxied) {
            throw Problem.forbidden();
        }
    }
}
