using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>
/// A method that may run in a worker, checked once and given a number. Only static methods and lambdas that
/// capture nothing qualify: anything else has a part that exists in this process alone.
/// </summary>
internal sealed partial class WorkerMethod
{
    private static readonly Dictionary<MethodInfo, WorkerMethod> Known = []; // also its lock

    /// <summary>The number of the method that makes a worker's codec; others count from 1.</summary>
    public const int CodecNumber = 0;

    private static int s_lastNumber;

    // The compiler keeps one delegate for each place that names a static method; a place in a loop comes here again and again.
    [ThreadStatic] private static Delegate? t_lastDelegate;
    [ThreadStatic] private static WorkerMethod? t_lastMethod;

    private readonly byte[] _definition;
    private IBoundMethod? _bound;
    private IBoundMethod? _boundChunk;
    private volatile bool _hasReturned;
    private volatile bool _hasReturnedForMany;

    private WorkerMethod(MethodInfo method)
    {
        Method = method;
        Signature = new MethodSignature(method);
        _definition = MethodReference.Encode(method);
        Number = Interlocked.Increment(ref s_lastNumber);
    }

    public MethodInfo Method { get; }

    public MethodSignature Signature { get; }

    /// <summary>The number under which workers of this process know the method.</summary>
    public int Number { get; }

    /// <summary>The method ready to be called in this process.</summary>
    public IBoundMethod Bound => _bound ??= BoundMethod.Create(Method);

    /// <summary>The method ready to be called in this process for many inputs.</summary>
    public IBoundMethod BoundChunk => _boundChunk ??= Calls.BoundChunk.Create(Method);

    /// <summary>What a worker finds the method by.</summary>
    public ReadOnlySpan<byte> Definition => _definition;

    /// <summary>Some worker has sent a result of it; see <see cref="NoteReturn"/>.</summary>
    public bool HasReturned => _hasReturned;

    /// <summary>The same for a chunk of inputs.</summary>
    public bool HasReturnedForMany => _hasReturnedForMany;

    /// <summary>A worker has sent a result of it. Any thread: who asks later may know it a moment later.</summary>
    public void NoteReturn(bool forMany)
    {
        if (forMany ? _hasReturnedForMany : _hasReturned)
            return;
        if (forMany)
            _hasReturnedForMany = true;
        else
            _hasReturned = true;
        RecentMethods.Add(this);
    }

    public string DisplayName => $"{Method.DeclaringType?.Name}.{Method.Name}";

    /// <summary>Throws <see cref="ArgumentException"/>, with the reason, when the delegate cannot run in another process.</summary>
    public static WorkerMethod Of(Delegate method)
    {
        ArgumentNullException.ThrowIfNull(method);
        if (ReferenceEquals(method, t_lastDelegate))
            return t_lastMethod!;
        var found = Find(method);
        (t_lastDelegate, t_lastMethod) = (method, found);
        return found;
    }

    private static WorkerMethod Find(Delegate method)
    {
        if (IsCombined(method))
            throw Refuse("it combines several methods; call them one by one");
        if (method.Target is { } target)
            CheckTarget(method.Method, target);
        lock (Known)
        {
            if (!Known.TryGetValue(method.Method, out var known))
                Known.Add(method.Method, known = new WorkerMethod(method.Method));
            return known;
        }
    }

    /// <summary>The frame that teaches a worker the method's number.</summary>
    public ReadOnlySpan<byte> Define(FrameBuffer buffer) => Define(buffer, Number);

    /// <summary>The frame that teaches a worker that the method makes its codec.</summary>
    public ReadOnlySpan<byte> DefineCodec(FrameBuffer buffer) => Define(buffer, CodecNumber);

    private ReadOnlySpan<byte> Define(FrameBuffer buffer, int number)
    {
        buffer.Reset();
        buffer.WriteBytes(_definition);
        return buffer.Seal(FrameKind.Define, number);
    }

    private static bool IsCombined(Delegate method) =>
#if NET9_0_OR_GREATER
        !method.HasSingleTarget;
#else
        method.GetInvocationList().Length > 1;
#endif

    private static void CheckTarget(MethodInfo method, object target)
    {
        var type = target.GetType();
        if (method.IsStatic)
            throw Refuse($"it carries an object of type {type} as its first argument; pass that as an argument of the call");
        if (!type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
        {
            throw Refuse(method.Name.StartsWith('<')
                ? $"the lambda captures 'this' ({type}); make what it uses an argument and the lambda static"
                : $"{type.Name}.{method.Name} is an instance method and its object exists in this process only; make it static");
        }
        var captured = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        if (captured.Length > 0)
        {
            throw Refuse($"the lambda captures {string.Join(", ", captured.Select(f => $"'{SourceName(f.Name)}'"))}; " +
                "pass what it needs as arguments and make the lambda static");
        }
    }

    private static string SourceName(string field)
    {
        if (field.EndsWith("__this", StringComparison.Ordinal))
            return "this";
        var hoisted = HoistedName().Match(field);
        if (hoisted.Success)
            return hoisted.Groups[1].Value;
        return field.StartsWith("CS$<>", StringComparison.Ordinal) ? "variables of an outer block" : field;
    }

    private static ArgumentException Refuse(string reason) => new($"The delegate cannot run in a worker process: {reason}.", "method");

    [GeneratedRegex("^<(\\w+)>")]
    private static partial Regex HoistedName();
}
