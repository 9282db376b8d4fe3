package im.parley.core.file;

import im.parley.protocol.view.Thumbnail;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes small pictures of JPEG and PNG images, one at a time: decoding takes memory. An image that
 * is too large, broken, or comes while {@value #MAX_WAITING} wait, goes without.
 */
final class Thumbnails implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Thumbnails.class);

  /** The most pixels of a side of a thumbnail. */
  static final int MAX_SIDE = 480;

  /** The most pixels of an image that is decoded; a progressive JPEG takes six bytes for each. */
  static final long MAX_PIXELS = 25_000_000;

  private static final int MAX_WAITING = 16;

  private final ThreadPoolExecutor painter =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().daemon().name("thumbnails").factory());

  Thumbnails() {
    painter.allowCoreThreadTimeOut(true);
  }

  /**
   * Writes the thumbnail of an image.
   *
   * @param type its media type; the thumbnail has the same
   * @param to where to
   * @return how large it is; empty if there is none
   */
  Optional<Thumbnail> paint(Path image, String type, ImageSize size, Path to) {
    boolean paintable = type.equals("image/jpeg") || type.equals("image/png");
    if (!paintable || (long) size.width() * size.height() > MAX_PIXELS) {
      return Optional.empty();
    }
    try {
      Future<Thumbnail> painted = painter.submit(() -> decodeAndPaint(image, type, size, to));
      return Optional.of(painted.get());
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      log.info("An image has no thumbnail: {}", String.valueOf(e.getCause()));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Thumbnail decodeAndPaint(Path image, String type, ImageSize size, Path to)
      throws IOException {
    BufferedImage decoded = decode(image, type, size);
    double scale =
        Math.min(1.0, (double) MAX_SIDE / Math.max(decoded.getWidth(), decoded.getHeight()));
    boolean onItsSide = size.orientation() >= 5;
    int width = Math.max(1, (int) Math.round(decoded.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(decoded.getHeight() * scale));
    Thumbnail thumbnail = onItsSide ? new Thumbnail(height, width) : new Thumbnail(width, height);
    BufferedImage small =
        new BufferedImage(
            thumbnail.width(),
            thumbnail.height(),
            type.equals("image/jpeg") ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.transform(upright(size.orientation(), thumbnail));
    graphics.drawImage(decoded, 0, 0, width, height, null);
    graphics.dispose();
    if (!ImageIO.write(small, type.substring("image/".length()), to.toFile())) {
      throw new IOException("There is no writer for " + type);
    }
    return thumbnail;
  }

  /** Decodes every n-th pixel of every n-th row: never much more than the thumbnail needs. */
  private static BufferedImage decode(Path image, String type, ImageSize size) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
    ImageReader reader = readers.next();
    File file = image.toFile();
    try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
      reader.setInput(in, true, true);
      ImageReadParam parameters = reader.getDefaultReadParam();
      int every = Math.max(1, Math.max(size.width(), size.height()) / (2 * MAX_SIDE));
      parameters.setSourceSubsampling(every, every, 0, 0);
      return reader.read(0, parameters);
    } finally {
      reader.dispose();
    }
  }

  /** What turns an image that lies in this way upright, into the thumbnail's frame. */
  private static AffineTransform upright(int orientation, Thumbnail frame) {
    double w = frame.width();
    double h = frame.height();
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, w, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, w, h);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, h);
      default -> new AffineTransform();
    };
  }

  @Override
  public void close() {
    painter.shutdownNow();
  }
}
