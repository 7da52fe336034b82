using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// What the events of objects from outside run, when those please, or what a caller is given in an object to run. What a type made
/// itself raises its events when the type calls it.
/// </summary>
internal sealed class Handlers(ProgramIndex program, EntryLocks entry, ImmutableArray<Summary> all, StoredTargets stored)
{
    private HashSet<string>? _lambdas;
    private HashSet<string>? _members;

    /// <summary>A lambda of that kind, or a private member: by way of the event the object is entered there.</summary>
    /// <param name="started">Bodies that run because somebody starts them: there it is seen who meets them.</param>
    public bool IsFree(BodyFacts body, HashSet<string> started)
    {
        if (body.Kind == BodyKind.Lambda)
            return Found(ref _lambdas).Contains(body.Id) && !entry.IsCalled(body.Id) && !started.Contains(body.Id);
        return body is { Kind: BodyKind.Method, IsPrivate: true, IsNested: false } && Found(ref _members).Contains(body.Id) && !started.Contains(body.Id)
            && !entry.IsOnlyCalledBack(body) && entry.SitesEverywhere(body.Id).All(static site => !site.OnThis);
    }

    private HashSet<string> Found(ref HashSet<string>? asked)
    {
        if (asked is not null)
            return asked;
        (_lambdas, _members) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        foreach (var summary in all.Where(static summary => summary.Body.AddsHandlers))
            foreach (var node in summary.Body.Root.All())
                if (node is Call { Receiver: { } source } call && call.Method.Name.StartsWith("add_", StringComparison.Ordinal) && IsGiven(source, summary.Body))
                    foreach (var argument in call.Arguments)
                        if (argument.Value is Value.Lambda { BodyId: var handler } && source is Value.Field)
                            _lambdas.Add(handler);
                        else if (argument.Value is Value.MethodGroup { Receiver: Value.ThisValue, Method: var member })
                            _members.UnionWith(program.Targets(member));
        _lambdas.UnionWith(GivenOut.Of(all));
        return asked!;
    }

    private bool IsGiven(Value source, BodyFacts body) => source switch
    {
        Value.Field { Facts: var field } => stored.IsGiven(field),
        Value.Local { Variable: var variable } => body.Parameters.Contains(variable),
        _ => false,
    };
}
