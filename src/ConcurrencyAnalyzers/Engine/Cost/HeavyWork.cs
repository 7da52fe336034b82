using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Cost;

/// <summary>Who runs the work.</summary>
internal enum WorkPlace
{
    Pool,
    Thread,
}

/// <summary>How it is known that work is heavy.</summary>
internal enum WorkClass
{
    /// <summary>Too little, unknown, or it waits more than it computes.</summary>
    Light,

    /// <summary>Every bound is known, and the total is large.</summary>
    Known,

    /// <summary>Grows faster than the data, or does much for every item.</summary>
    Scaling,

    /// <summary>Computes until a jump inside ends it.</summary>
    Unbounded,
}

/// <summary>Compute-bound work handed to a thread or the pool.</summary>
/// <param name="Place">The call that hands it over, to the method's name.</param>
/// <param name="Estimate">The terms of the cost that count, as text.</param>
internal sealed record CpuWork(Place Place, WorkPlace Where, WorkClass Class, string Estimate, string MemberName)
{
    public TextSpan CallSpan { get; init; }
}

/// <summary>Finds work that is proven to compute and not to wait, and that another thread was asked to do.</summary>
internal static class HeavyWork
{
    /// <summary>Units from which work whose bounds are known is heavy: some 5 ms.</summary>
    public const double HeavyTotal = 1e7;

    /// <summary>Units for each item from which work that is linear in its data is heavy.</summary>
    public const double HeavyItem = 2_000;

    /// <summary>Units for each turn from which a loop without a bound is work and not a wait for a flag.</summary>
    public const double HeavyTurn = 300;

    /// <summary>The degree from which work grows faster than its data.</summary>
    public const double SuperLinear = 1.25;

    /// <summary>The share of computing below which work counts as waiting.</summary>
    public const double ComputeBound = 0.8;

    private const int MaxDepth = 3;

    /// <param name="Answers">Null where nothing was asked.</param>
    private sealed record Memory(string Stamp, CpuWork[] Found, CostInquiry? Answers);

    /// <summary>What was found earlier, by the body of the member: it dies with its syntax tree.</summary>
    private static readonly ConditionalWeakTable<BodyFacts, Memory> s_known = new();

    public static ImmutableArray<CpuWork> Find(ProgramIndex program)
    {
        var found = ImmutableArray.CreateBuilder<CpuWork>();
        var bindings = new Bindings(program);
        foreach (var member in program.Relevant)
            if (program.Body(member) is { } body)
                found.AddRange(Of(body, program, bindings));
        return found.OrderBy(static work => work.Place).ToImmutableArray();
    }

    private static CpuWork[] Of(BodyFacts member, ProgramIndex program, Bindings bindings)
    {
        if (s_known.TryGetValue(member, out var known) && known.Stamp == program.Knowledge.Stamp && known.Answers?.Holds(program, bindings) != false)
            return known.Found;
        List<CpuWork>? found = null;
        CostInquiry? asked = null;
        CostModel? model = null;
        foreach (var body in program.BodiesOf(member.Id))
            foreach (var call in body.Root.All().OfType<Call>())
                if (PlaceOf(program.Knowledge.RoleOf(call.Method.Key)) is { } place && !call.Arguments.IsEmpty)
                {
                    model ??= new(asked = new(program, bindings));
                    if (Measure(asked!, model, call, body, place) is { } work)
                        (found ??= []).Add(work);
                }

        s_known.Remove(member);
        known = new(program.Knowledge.Stamp, found?.ToArray() ?? [], asked?.Closed());
        try
        {
            s_known.Add(member, known);
        }
        catch (ArgumentException)
        {
            // Another analysis was faster.
        }

        return known.Found;
    }

    public static WorkClass Classify(BodyCost cost)
    {
        if (cost.Compute.IsZero || cost.Density < ComputeBound)
            return WorkClass.Light;
        if (cost.Compute.Leading.Any(static term => IsEndless(term) && (PerTurn(term) >= HeavyTurn || term.Degree > 1.1)))
            return WorkClass.Unbounded;
        if (cost.Compute.Terms.Any(static term => term.Coefficient >= HeavyTotal))
            return WorkClass.Known;
        return cost.Compute.Leading.Any(static term => !IsEndless(term) && (term.Degree >= SuperLinear || term.Degree >= 1 && term.Coefficient >= HeavyItem))
            ? WorkClass.Scaling
            : WorkClass.Light;
    }

    private static CpuWork? Measure(CostInquiry program, CostModel model, Call call, BodyFacts body, WorkPlace place)
    {
        if (MeetsOthers(program, call.Argument(0)))
            return null;
        var cost = model.OfFunction(call.Argument(0), body.MemberId);
        var kind = model.IsExhausted ? WorkClass.Light : Classify(cost);
        return kind == WorkClass.Light ? null : new(new(body.FilePath, call.NameSpan), place, kind, Estimate(cost, kind), body.DisplayName) { CallSpan = call.Span };
    }

    /// <summary>The work meets other flows at a barrier, turn by turn: it is a part of one computation in shared memory.</summary>
    private static bool MeetsOthers(CostInquiry program, Value function)
    {
        IEnumerable<string> next = function switch
        {
            Value.Lambda lambda => new[] { lambda.BodyId },
            Value.MethodGroup group => program.Targets(group.Method),
            _ => Array.Empty<string>(),
        };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var depth = 0; depth < MaxDepth; depth++)
        {
            var calls = next.Where(seen.Add).Select(program.Body).OfType<BodyFacts>().SelectMany(static body => body.Root.All()).OfType<Call>().ToArray();
            if (calls.Any(static call => call.Method.Key == "System.Threading.Barrier.SignalAndWait"))
                return true;
            next = calls.Where(static call => call.Method.IsSource).SelectMany(call => program.Targets(call.Method)).ToArray();
        }

        return false;
    }

    private static WorkPlace? PlaceOf(MemberRole role) => role switch
    {
        MemberRole.ThreadCreate => WorkPlace.Thread,
        MemberRole.SpawnTask or MemberRole.SpawnPool or MemberRole.TaskCreate or MemberRole.Continuation or MemberRole.SpawnTimer => WorkPlace.Pool,
        _ => null,
    };

    private static bool IsEndless(Term term) => term.Factors.Any(static factor => factor.Extent.Kind == ExtentKind.Endless);

    private static double PerTurn(Term term) => term.Coefficient;

    private static string Estimate(BodyCost cost, WorkClass kind)
    {
        var terms = kind == WorkClass.Known ? cost.Compute.Terms.Where(static term => term.Coefficient >= HeavyTotal) : cost.Compute.Leading;
        return string.Join(" + ", terms.Take(2));
    }
}
