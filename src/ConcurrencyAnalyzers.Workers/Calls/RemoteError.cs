using System.Collections.Frozen;
using System.Runtime.ExceptionServices;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>
/// An exception on the wire: type name, message, stack trace and inner exceptions, down to a fixed depth. The
/// reader makes exceptions from a closed table of base-library types; any other name becomes a
/// <see cref="RemoteException"/>, so a worker cannot choose a type to be created.
/// </summary>
internal static class RemoteError
{
    private const int Deepest = 8;
    private const int MostInner = 16;
    private const int LongestText = 256 * 1024;

    private static readonly FrozenDictionary<string, Func<string, Exception?, Exception>> Known = new Dictionary<string, Func<string, Exception?, Exception>>
    {
        [typeof(Exception).FullName!] = (m, i) => new Exception(m, i),
        [typeof(ArgumentException).FullName!] = (m, i) => new ArgumentException(m, i),
        [typeof(ArgumentNullException).FullName!] = (m, i) => new ArgumentNullException(m, i),
        [typeof(ArgumentOutOfRangeException).FullName!] = (m, i) => new ArgumentOutOfRangeException(m, i),
        [typeof(ArithmeticException).FullName!] = (m, i) => new ArithmeticException(m, i),
        [typeof(DivideByZeroException).FullName!] = (m, i) => new DivideByZeroException(m, i),
        [typeof(OverflowException).FullName!] = (m, i) => new OverflowException(m, i),
        [typeof(FormatException).FullName!] = (m, i) => new FormatException(m, i),
        [typeof(IndexOutOfRangeException).FullName!] = (m, i) => new IndexOutOfRangeException(m, i),
        [typeof(InvalidCastException).FullName!] = (m, i) => new InvalidCastException(m, i),
        [typeof(InvalidDataException).FullName!] = (m, i) => new InvalidDataException(m, i),
        [typeof(InvalidOperationException).FullName!] = (m, i) => new InvalidOperationException(m, i),
        [typeof(KeyNotFoundException).FullName!] = (m, i) => new KeyNotFoundException(m, i),
        [typeof(NotImplementedException).FullName!] = (m, i) => new NotImplementedException(m, i),
        [typeof(NotSupportedException).FullName!] = (m, i) => new NotSupportedException(m, i),
        [typeof(PlatformNotSupportedException).FullName!] = (m, i) => new PlatformNotSupportedException(m, i),
        [typeof(NullReferenceException).FullName!] = (m, i) => new NullReferenceException(m, i),
        [typeof(ObjectDisposedException).FullName!] = (m, i) => new ObjectDisposedException(m, i),
        [typeof(OperationCanceledException).FullName!] = (m, i) => new OperationCanceledException(m, i),
        [typeof(TaskCanceledException).FullName!] = (m, i) => new TaskCanceledException(m, i),
        [typeof(OutOfMemoryException).FullName!] = (m, i) => new OutOfMemoryException(m, i),
        [typeof(InsufficientMemoryException).FullName!] = (m, i) => new InsufficientMemoryException(m, i),
        [typeof(RankException).FullName!] = (m, i) => new RankException(m, i),
        [typeof(TimeoutException).FullName!] = (m, i) => new TimeoutException(m, i),
        [typeof(UnauthorizedAccessException).FullName!] = (m, i) => new UnauthorizedAccessException(m, i),
        [typeof(IOException).FullName!] = (m, i) => new IOException(m, i),
        [typeof(EndOfStreamException).FullName!] = (m, i) => new EndOfStreamException(m, i),
        [typeof(FileNotFoundException).FullName!] = (m, i) => new FileNotFoundException(m, i),
        [typeof(DirectoryNotFoundException).FullName!] = (m, i) => new DirectoryNotFoundException(m, i),
        [typeof(PathTooLongException).FullName!] = (m, i) => new PathTooLongException(m, i),
        [typeof(WorkerException).FullName!] = (m, i) => new WorkerException(m, i),
    }.ToFrozenDictionary();

    public static void Write(FrameBuffer buffer, Exception exception) => Write(buffer, exception, 0);

    /// <summary>Throws <see cref="InvalidDataException"/> when the bytes are not an exception.</summary>
    public static Exception Read(PayloadReader reader)
    {
        var exception = Read(ref reader, 0);
        reader.ExpectEnd();
        return exception;
    }

    private static void Write(FrameBuffer buffer, Exception exception, int depth)
    {
        var type = exception.GetType();
        buffer.WriteText(type.FullName ?? type.Name);
        buffer.WriteText(Shorten(MessageOf(exception)));
        buffer.WriteText(Shorten(RemoteStack.Trim(exception.StackTrace)));
        var inner = depth + 1 >= Deepest ? [] : InnerOf(exception);
        buffer.WriteByte((byte)inner.Length);
        foreach (var e in inner)
            Write(buffer, e, depth + 1);
    }

    private static Exception Read(ref PayloadReader reader, int depth)
    {
        if (depth >= Deepest)
            throw new InvalidDataException("An exception is nested too deeply.");
        var typeName = reader.ReadText();
        var message = reader.ReadText();
        var stack = reader.ReadText();
        var count = reader.ReadByte();
        if (count > MostInner)
            throw new InvalidDataException($"An exception announces {count} inner ones.");
        var inner = new List<Exception>();
        for (var i = 0; i < count; i++)
            inner.Add(Read(ref reader, depth + 1));
        var exception = Create(typeName, message, stack, inner);
        if (stack.Length > 0)
            ExceptionDispatchInfo.SetRemoteStackTrace(exception, stack);
        return exception;
    }

    private static Exception Create(string typeName, string message, string stack, List<Exception> inner)
    {
        if (typeName == typeof(AggregateException).FullName)
            return new AggregateException(message, inner);
        var first = inner.FirstOrDefault();
        return Known.TryGetValue(typeName, out var create)
            ? create(message, first)
            : new RemoteException(typeName, message, stack.Length == 0 ? null : stack, first);
    }

    private static Exception[] InnerOf(Exception exception) => exception switch
    {
        AggregateException aggregate => [.. aggregate.InnerExceptions.Take(MostInner)],
        { InnerException: { } inner } => [inner],
        _ => [],
    };

    // An aggregate's message repeats its inner messages; its reader appends them again.
    private static string MessageOf(Exception exception)
    {
        try
        {
            return exception switch
            {
                AggregateException => "One or more errors occurred.",
                OutOfMemoryException when ChildEnvironment.HeapLimit() is { } bytes => $"{exception.Message} The managed heap of this worker may take {bytes:N0} bytes ({nameof(WorkerPoolOptions.ManagedHeapLimitBytes)}).",
                _ => exception.Message,
            };
        }
        catch (Exception e)
        {
            return $"(its Message threw {e.GetType().FullName})"; // user code may override Message
        }
    }

    private static string Shorten(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
