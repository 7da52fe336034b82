using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Summaries of all bodies of one program, computed bottom-up on demand. A recursive body first sees itself as doing
/// nothing and is then computed again from what that gave; the rounds are bounded, so that the answer never depends
/// on time. Lives for one analysis; not thread-safe.
/// </summary>
internal sealed class SummaryTable(ProgramIndex program, CancellationToken cancellation)
{
    public int Interpretations;
    private const int MaxDepth = 60;
    private const int MaxRounds = 2;

    /// <summary>Recursion inside recursion multiplies; below this depth the first answer stands.</summary>
    private const int MaxRefinedDepth = 8;

    private readonly Dictionary<string, Summary> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Summary> _running = new(StringComparer.Ordinal);
    private readonly HashSet<string> _recursive = new(StringComparer.Ordinal);
    private readonly HashSet<string> _provisional = new(StringComparer.Ordinal);
    private readonly List<string> _stack = [];
    private readonly List<string> _order = [];
    private readonly Dictionary<string, HashSet<string>> _declared = new(StringComparer.Ordinal);

    public ProgramIndex Program { get; } = program;

    /// <summary>What every body is interpreted under.</summary>
    public string Stamp { get; } = program.Knowledge.Stamp + (program.HasUserInterface ? "u" : "") + (program.IsTestProject ? "t" : "");

    public StoredTargets Stored { get; } = new(program);

    /// <summary>The lock that a contract names, from the object that has the contract; null where it cannot be followed.</summary>
    public Locations.AccessPath? Resolve(LockName name, Locations.AccessPath? owner)
    {
        if (!name.IsKnown)
            return null;
        var path = owner;
        for (var i = 0; i < name.Steps.Length; i++)
            path = i > 0 ? path?.Field(name.Steps[i])
                : name.Steps[i].IsStatic ? Locations.AccessPath.Static(name.Steps[i])
                : name.Steps[i].IsLocal ? Locations.AccessPath.Local(name.Steps[i])
                : path?.Field(name.Steps[i]);
        if (name.GetterId is null || Of(name.GetterId)?.Result.Single is not { } result)
            return name.GetterId is null ? path : null;
        return result.Root switch
        {
            Locations.RootKind.Static => result,
            Locations.RootKind.This when path is not null => result.Rebase(path),
            _ => null,
        };
    }

    /// <summary>The summaries of all relevant members and the functions inside them, in a fixed order.</summary>
    public ImmutableArray<Summary> All()
    {
        var all = ImmutableArray.CreateBuilder<Summary>();
        Add(Program.Relevant, all);
        Add(Program.Mentioning(new(all.Where(static summary => !summary.Body.IsNested && StartsForOthers(summary)).Select(static summary => summary.Body.DisplayName), StringComparer.Ordinal)), all);
        return all.ToImmutable();
    }

    /// <summary>Everything that was needed so far, the callees of relevant members included.</summary>
    public IReadOnlyCollection<Summary> Done => _done.Values;

    /// <summary>Only the caller can tell what it means: work is left running, or what runs side by side is the caller's.</summary>
    private static bool StartsForOthers(Summary summary) =>
        !summary.Leaked.IsEmpty || summary.Forks.Any(static fork => fork.Effects.Any(static effect => effect.IsInvocation));

    /// <summary>The summaries of some more members and the functions inside them.</summary>
    public ImmutableArray<Summary> OfMembers(IEnumerable<string> members)
    {
        var all = ImmutableArray.CreateBuilder<Summary>();
        Add(members, all);
        return all.ToImmutable();
    }

    private void Add(IEnumerable<string> members, ImmutableArray<Summary>.Builder all)
    {
        foreach (var member in members)
            foreach (var body in Program.BodiesOf(member))
                if (Of(body.Id) is { } summary)
                    all.Add(summary);
    }

    /// <summary>Null where the body is not in this compilation, or calls nest too deep to follow.</summary>
    public Summary? Of(string bodyId)
    {
        if (_done.TryGetValue(bodyId, out var done))
            return done;
        if (_running.TryGetValue(bodyId, out var running))
        {
            // Whatever is under way above it was built on an answer that is not final.
            _recursive.Add(bodyId);
            for (var i = _stack.Count - 1; i >= 0 && _stack[i] != bodyId; i--)
                _provisional.Add(_stack[i]);
            return running;
        }

        if (_running.Count >= MaxDepth || Program.Body(bodyId) is not { } body)
            return null;
        cancellation.ThrowIfCancellationRequested();
        _running[bodyId] = new(body);
        _stack.Add(bodyId);
        var first = _order.Count;
        if (SummaryMemory.Find(body, this) is not { } summary || _recursive.Contains(bodyId) || _provisional.Contains(bodyId))
            summary = Interpret(body, bodyId, first);
        _stack.RemoveAt(_stack.Count - 1);
        _recursive.Remove(bodyId);
        _running.Remove(bodyId);
        _done[bodyId] = summary;
        _order.Add(bodyId);
        return summary;
    }

    /// <summary>Interprets a body, and once more where it turns out to be recursive.</summary>
    private Summary Interpret(BodyFacts body, string bodyId, int first)
    {
        var summary = Interpret(body, out var answers);
        var isRecursive = false;
        for (var round = 1; round < MaxRounds && _recursive.Remove(bodyId); round++)
        {
            if (_stack.Count <= MaxRefinedDepth)
                Forget(first);
            _running[bodyId] = summary;
            summary = Interpret(body, out answers);
            isRecursive = true;
        }

        // What rests on an answer that was not final is not the same the next time.
        var isFinal = !isRecursive && !_recursive.Contains(bodyId) && !_provisional.Contains(bodyId);
        return SummaryMemory.Keep(body, this, summary, isFinal ? answers : null);
    }

    /// <summary>Drops the summaries made since then that saw a recursive body before it was known.</summary>
    private void Forget(int first)
    {
        for (var i = _order.Count - 1; i >= first; i--)
            if (_provisional.Remove(_order[i]))
                _done.Remove(_order[i]);
    }

    /// <summary>A body that cannot be interpreted does nothing that we know of; the others keep their findings.</summary>
    private Summary Interpret(BodyFacts body, out Inquiry? answers)
    {
        answers = new Inquiry(this, body);
        Interpretations++;
        try
        {
            return new BodyInterpreter(answers, body).Run();
        }
        catch (InsufficientExecutionStackException)
        {
            answers = null;
            return new(body);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Program.Note(failure);
            answers = null;
            return new(body);
        }
    }

    /// <summary>Whether the path is rooted in an object that the body surely makes anew in each run.</summary>
    public static bool IsCreation(Locations.AccessPath path, BodyFacts body) =>
        path.RootId.StartsWith(body.Id + "!", StringComparison.Ordinal) && int.TryParse(path.RootId.Substring(body.Id.Length + 1), out var node)
        && body.Root.All().OfType<Call>().Any(call => call.Number == node && call.IsConstruction);

    /// <summary>Ids of the variables that come to life in a body: its parameters and its declarations, not those of nested functions.</summary>
    public HashSet<string> DeclaredIn(BodyFacts body)
    {
        if (_declared.TryGetValue(body.Id, out var known))
            return known;
        var declared = new HashSet<string>(body.Parameters.Select(static parameter => parameter.Id), StringComparer.Ordinal);
        declared.UnionWith(body.Root.All().OfType<Declare>().Select(static declare => declare.Variable.Id));
        return _declared[body.Id] = declared;
    }
}
