package se.stegen.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between the program and its database that a test can cut and mend. */
final class CutLine implements AutoCloseable {
    private final String host;
    private final int databasePort;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile String cutAt = "";
    private volatile ServerSocket server;

    CutLine(String host, int databasePort) throws IOException {
        this.host = host;
        this.databasePort = databasePort;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = server.getLocalPort();
        accept();
    }

    int port() {
        return port;
    }

    /** From now on the line is cut when the program says this. */
    void cutAt(String words) {
        cutAt = words;
    }

    /** Cuts every connection and lets no new one through. */
    void cut() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
            open.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets connections through again. */
    void mend() throws IOException {
        cutAt = "";
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        accept();
    }

    @Override
    public void close() {
        cut();
    }

    private void accept() {
        ServerSocket listening = server;
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket program = listening.accept();
                    Socket database = new Socket(host, databasePort);
                    open.add(program);
                    open.add(database);
                    Thread.ofVirtual().start(() -> copy(program, database, true));
                    Thread.ofVirtual().start(() -> copy(database, program, false));
                } catch (IOException e) {
                    // Cut; the loop ends.
                }
            }
        });
    }

    private void copy(Socket from, Socket to, boolean ofProgram) {
        byte[] bytes = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                String words = cutAt;
                if (ofProgram
                        && !words.isEmpty()
                        && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(words)) {
                    cut();
                    return;
                }
                out.write(bytes, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            // Cut.
        }
    }
}
