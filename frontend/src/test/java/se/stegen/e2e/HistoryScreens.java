package se.stegen.e2e;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import se.stegen.access.Actor;
import se.stegen.history.HistoryImportService;
import se.stegen.history.HistoryService;
import se.stegen.history.TransferredData;
import se.stegen.rest.TestServer;

/** Transferred records and a draft for the screens that show them. */
final class HistoryScreens {
    private HistoryScreens() {}

    /** Records of the demo's doctor, brought in; the answer is the batch. */
    static long batch(long programme) {
        Actor studierektor = DemoProgram.actor("studierektor");
        HistoryService history = TestServer.bean(HistoryService.class);
        LocalDate day = DemoProgram.today().minusMonths(2);
        history.bring(
                studierektor,
                programme,
                "ST-pärm",
                List.of(
                        new TransferredData("SUPERVISION", day, "Anna Ek", null, List.of(), null, "Ur pärmen"),
                        new TransferredData("ASSESSMENT", day, "Anna Ek", "mini-cex", List.of(), null, ""),
                        new TransferredData("SELF_STUDY", day, "", null, List.of(), new BigDecimal("12.5"), "")));
        return history.list(studierektor, programme).getFirst().batchId();
    }

    /** A draft with rows that are right, uncertain and wrong. */
    static long draft(long clinic) {
        String file = """
                läkare;typ;datum;signerad av;delmål
                st;Handledarsamtal;170403 - 171001;Anna Ek;
                st;Mini-CEX;2024-03-01;Anna Ek;c99, c IV
                ingen;Rotationsmånad;våren;;
                """;
        return TestServer.bean(HistoryImportService.class)
                .beginForClinic(
                        DemoProgram.actor("studierektor"),
                        clinic,
                        "parm.csv",
                        "ST-pärm",
                        file.getBytes(StandardCharsets.UTF_8))
                .id();
    }
}
