package se.stegen.ui.bridge;

import io.micronaut.core.annotation.Nullable;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.ValveBase;

/**
 * Puts the caller's address and scheme in place of a reverse proxy's. {@code X-Forwarded-For} and {@code -Proto} are
 * believed only when the peer is one of {@code STEGEN_TRUSTED_PROXY}: addresses or networks (10.0.0.0/8), comma separated.
 */
final class TrustedProxyValve extends ValveBase {
    private final List<NetMask> trusted;

    TrustedProxyValve(String proxies) {
        super(true);
        trusted = Arrays.stream(proxies.split(","))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .map(NetMask::new)
                .toList();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (trusts(request.getRemoteAddr())) {
            String caller = caller(request.getHeader("X-Forwarded-For"));
            if (caller != null) {
                request.setRemoteAddr(caller);
                request.setRemoteHost(caller);
            }
            if ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
            }
        }
        getNext().invoke(request, response);
    }

    /** The last address in the chain that is no proxy of ours. */
    private @Nullable String caller(@Nullable String forwardedFor) {
        if (forwardedFor == null) {
            return null;
        }
        String[] chain = forwardedFor.split(",");
        for (int i = chain.length - 1; i >= 0; i--) {
            String address = chain[i].strip();
            if (!isAddress(address)) {
                return null;
            }
            if (!trusts(address)) {
                return address;
            }
        }
        return null;
    }

    /** Only literal addresses: no name is looked up. */
    private static boolean isAddress(String text) {
        return text.matches("[0-9a-fA-F:.]{2,45}") && (text.contains(".") || text.contains(":"));
    }

    private boolean trusts(String address) {
        if (trusted.isEmpty() || !isAddress(address)) {
            return false;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return trusted.stream().anyMatch(mask -> mask.matches(parsed));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
