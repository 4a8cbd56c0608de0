# Switch on: 1. pip install apache-airflow-providers-apache-spark, and make the connection spark_default
#            2. put your paths below and copy this file to the dags folder
#            3. airflow dags unpause hearsay
# Exit codes: 1 a fault of Hearsay, 2 a mistake of the operator, 3 the checks held the night back. Only a fault is worth a
# second try; a run that begins while another is at work ends with 2 and changes nothing. (In YARN's cluster mode spark-submit
# ends with 1 whatever the driver said: use its client mode.)
import re

import pendulum
from airflow import DAG
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator


class Nightly(SparkSubmitOperator):
    """Fails for good, without a second try, where spark-submit ended with 2 or 3."""

    def execute(self, context):
        try:
            return super().execute(context)
        except AirflowException as failure:
            if re.search(r"Error code is: [23]\b", str(failure)):
                raise AirflowFailException(str(failure)) from failure
            raise


with DAG(
    dag_id="hearsay",
    schedule="0 3 * * *",
    start_date=pendulum.datetime(2025, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
):
    Nightly(
        task_id="nightly",
        conn_id="spark_default",
        application="/opt/hearsay/target/hearsay.jar",
        application_args=[
            "nightly",
            "--input", "hdfs:///articles",
            "--warehouse", "hdfs:///warehouse",
            "--run-date", "{{ data_interval_end | ds }}",  # a task that is repeated later keeps its day
        ],
        conf={
            "spark.executor.cores": "4",
            "spark.executor.memory": "6g",
            "spark.executor.memoryOverhead": "2g",  # ONNX Runtime works outside the heap: half a GB a core
            "spark.driver.memory": "2g",
            "spark.driver.extraJavaOptions": "-Dfile.encoding=UTF-8",  # the worker may have no locale
        },
        retries=1,
        retry_delay=pendulum.duration(minutes=15),
        execution_timeout=pendulum.duration(hours=6),
    )
