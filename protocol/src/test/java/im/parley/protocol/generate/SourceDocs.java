package im.parley.protocol.generate;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What only the sources know of the records: their Javadoc, which is where every description comes
 * from, and the wire names that {@code @Json.Property} gives.
 */
final class SourceDocs {

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> wireNames = new HashMap<>();

  private SourceDocs() {}

  /** Reads every source file below a folder. */
  static SourceDocs read(Path sources) {
    SourceDocs docs = new SourceDocs();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.walk(sources);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(java));
      Collector collector = docs.new Collector(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        collector.scan(unit, String.valueOf(unit.getPackageName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return docs;
  }

  /** The text of a type's Javadoc, without its tags. */
  String of(Class<?> type) {
    return text(name(type));
  }

  /** The text of an enum constant's Javadoc. */
  String of(Enum<?> constant) {
    return text(name(constant.getDeclaringClass()) + "#" + constant.name());
  }

  /** The text of a record component's {@code @param}. */
  String of(Class<?> type, String component) {
    return text(name(type) + "#" + component);
  }

  /** What the JSON calls a record component. */
  String wireName(Class<?> type, String component) {
    return wireNames.getOrDefault(name(type) + "#" + component, component);
  }

  private String text(String name) {
    String text = texts.get(name);
    if (text == null || text.isEmpty()) {
      throw new IllegalStateException("No Javadoc for " + name);
    }
    return text;
  }

  private static String name(Class<?> type) {
    return type.getName().replace('$', '.');
  }

  /** Walks the sources; its parameter is the name of what encloses the tree. */
  private final class Collector extends TreePathScanner<@Nullable Void, String> {

    private final DocTrees trees;

    Collector(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String outer) {
      String name = outer + "." + type.getSimpleName();
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        texts.put(name, sentence(comment.getFullBody()));
        for (DocTree tag : comment.getBlockTags()) {
          if (tag instanceof ParamTree parameter && !parameter.isTypeParameter()) {
            texts.put(name + "#" + parameter.getName(), sentence(parameter.getDescription()));
          }
        }
      }
      return super.visitClass(type, name);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, String outer) {
      String name = outer + "#" + variable.getName();
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        texts.put(name, sentence(comment.getFullBody()));
      }
      for (AnnotationTree annotation : variable.getModifiers().getAnnotations()) {
        if (annotation.getAnnotationType().toString().equals("Json.Property")
            && annotation.getArguments().getFirst() instanceof LiteralTree wireName) {
          wireNames.put(name, String.valueOf(wireName.getValue()));
        }
      }
      return super.visitVariable(variable, outer);
    }
  }

  private static String sentence(List<? extends DocTree> parts) {
    String text =
        parts.stream()
            .map(SourceDocs::plain)
            .collect(Collectors.joining())
            .replaceAll("\\s+", " ")
            .strip();
    if (text.isEmpty()) {
      return text;
    }
    String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return capital.matches(".*[.…!?]") ? capital : capital + ".";
  }

  private static String plain(DocTree part) {
    return switch (part) {
      case TextTree text -> text.getBody();
      case com.sun.source.doctree.LiteralTree literal -> "`" + literal.getBody() + "`";
      case LinkTree link -> "`" + link.getReference() + "`";
      default -> part.toString();
    };
  }
}
