package se.stegen.ui.bridge;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.catalina.Context;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.WebResourceRoot.ResourceSetType;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.apache.tomcat.websocket.server.WsSci;

/** Prepares Micronaut's Tomcat for Vaadin: resources in jars, websocket, UTF-8 forms, cookies, compression. */
@Singleton
final class TomcatCustomizer implements BeanCreatedEventListener<Tomcat> {
    private static final String RESOURCES = "META-INF/resources";

    private final VaadinServletInitializer vaadin;
    private final String host;
    private final String trustedProxies;

    TomcatCustomizer(
            VaadinServletInitializer vaadin,
            @Property(name = "micronaut.server.host", defaultValue = "127.0.0.1") String host,
            @Property(name = "stegen.trusted-proxy", defaultValue = "") String trustedProxies) {
        this.vaadin = vaadin;
        this.host = host;
        this.trustedProxies = trustedProxies;
    }

    @Override
    public Tomcat onCreated(BeanCreatedEvent<Tomcat> event) {
        Tomcat tomcat = event.getBean();
        Context context = (Context) tomcat.getHost().findChildren()[0];
        // Micronaut says "/": the machine's own files. Nothing but what jars carry may be served.
        context.setDocBase(null);
        if (context instanceof StandardContext standard) {
            standard.setWorkDir(workDirectory().toString());
        }
        context.setRequestCharacterEncoding(StandardCharsets.UTF_8.name());
        context.setResponseCharacterEncoding(StandardCharsets.UTF_8.name());
        Tomcat.addDefaultMimeTypeMappings(context);
        context.setUseHttpOnly(true);
        Rfc6265CookieProcessor cookies = new Rfc6265CookieProcessor();
        cookies.setSameSiteCookies("lax");
        context.setCookieProcessor(cookies);
        context.setResources(jarResources(context));
        context.getPipeline().addValve(new TrustedProxyValve(trustedProxies));
        context.addServletContainerInitializer(new WsSci(), Collections.emptySet());
        context.addServletContainerInitializer(vaadin, Collections.emptySet());
        for (Connector connector : tomcat.getService().findConnectors()) {
            // Micronaut listens on every address whatever the host is.
            connector.setProperty("address", host);
            // After a hundred requests Tomcat would close the connection, even one that becomes a websocket.
            connector.setProperty("maxKeepAliveRequests", "-1");
            connector.setProperty("compression", "on");
            connector.setProperty(
                    "compressibleMimeType",
                    "text/html,text/css,text/plain,text/javascript,application/javascript,application/json,"
                            + "application/problem+json,image/svg+xml");
        }
        return tomcat;
    }

    /** Tomcat's scratch folder; it would otherwise make one where the program was started. */
    private static Path workDirectory() {
        try {
            Path directory = Files.createTempDirectory("stegen-web");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code META-INF/resources} of every jar and class directory, and nothing else. */
    private static WebResourceRoot jarResources(Context context) {
        StandardRoot root = new StandardRoot(context);
        try {
            for (URL url :
                    Collections.list(TomcatCustomizer.class.getClassLoader().getResources(RESOURCES))) {
                if (url.openConnection() instanceof JarURLConnection jar) {
                    root.createWebResourceSet(ResourceSetType.RESOURCE_JAR, "/", jar.getJarFileURL(), "/" + RESOURCES);
                } else {
                    root.createWebResourceSet(ResourceSetType.RESOURCE_JAR, "/", url, "/");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }
}
