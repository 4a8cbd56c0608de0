package hearsay;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** A NameNode and a DataNode of Hadoop's own in this JVM, on loopback. */
public final class SmallHdfs implements AutoCloseable {
    private final MiniDFSCluster cluster;

    public SmallHdfs(Path folder) throws IOException {
        Configuration conf = new Configuration();
        conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
        cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    }

    /** A path on it, from the root. */
    public String path(String path) {
        return cluster.getURI() + path;
    }

    public FileSystem files() throws IOException {
        return cluster.getFileSystem();
    }

    @Override
    public void close() {
        cluster.shutdown();
    }
}
