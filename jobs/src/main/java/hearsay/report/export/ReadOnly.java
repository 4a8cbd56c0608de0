package hearsay.report.export;

import hearsay.settings.OperatorMistake;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Refuses what does more than read: commands that make, change or set something, scripts, and calls of Java's methods. */
final class ReadOnly {
    private ReadOnly() {}

    /** @throws OperatorMistake where a part of the query, parsed or analysed, is no reading */
    static void check(QueryPlan<?> plan) {
        if (plan instanceof Command || plan instanceof ParsedStatement || plan instanceof ScriptTransformation) {
            throw refused();
        }
        list(plan.children()).forEach(ReadOnly::checkPart);
        list(plan.innerChildren()).forEach(ReadOnly::checkPart);
        list(plan.expressions()).forEach(ReadOnly::check);
    }

    private static void checkPart(Object part) {
        if (part instanceof QueryPlan<?> plan) {
            check(plan);
        }
    }

    private static void check(Expression expression) {
        if (expression instanceof CallMethodViaReflection) {
            throw refused();
        }
        if (expression instanceof PlanExpression<?> nested) {
            checkPart(nested.plan());
        }
        list(expression.children()).forEach(ReadOnly::check);
    }

    private static OperatorMistake refused() {
        return new OperatorMistake(
                "A query only reads: it begins with SELECT, WITH, VALUES or FROM, and neither makes, changes nor sets"
                        + " anything, nor runs programs.");
    }

    private static <T> Iterable<T> list(Seq<T> parts) {
        return JavaConverters.seqAsJavaListConverter(parts).asJava();
    }
}
