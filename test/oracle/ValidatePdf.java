// Validates PDF files with veraPDF, many in one run of Java.
//
// Usage: java -cp 'jars/*' ValidatePdf.java <flavour,…> <file>…
// Prints a line for each file and flavour:
//   <flavour> TAB PASS|FAIL TAB <file> [TAB <clause>-<test number> × <count>]…

import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class ValidatePdf {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
            for (int index = 1; index < arguments.length; index++) {
                System.out.println(name + "\t" + validate(flavour, arguments[index]));
            }
        }
    }

    private static String validate(PDFAFlavour flavour, String file) {
        try (FileInputStream input = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(input, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> parts = new ArrayList<>();
            parts.add(result.isCompliant() ? "PASS" : "FAIL");
            parts.add(file);
            Map<String, Integer> counts = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                boolean isFirst = counts.merge(rule, 1, Integer::sum) == 1;
                if (isFirst && System.getenv("VERBOSE") != null) {
                    System.err.println(rule + " " + assertion.getMessage() + " @ " + assertion.getLocation().getContext());
                }
            }
            counts.forEach((rule, count) -> parts.add(rule + " × " + count));
            return String.join("\t", parts);
        } catch (Exception problem) {
            return "FAIL\t" + file + "\t" + problem;
        }
    }
}
