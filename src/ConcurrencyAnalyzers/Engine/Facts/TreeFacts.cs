using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// What one syntax tree declares, and the bodies read from it so far. Holds no symbol and no model, so it stays valid
/// for every compilation in which the tree and the declarations around it are the same (see <see cref="Stamp"/>).
/// Bodies are read on demand; safe for use by several threads.
/// </summary>
internal sealed class TreeFacts
{
    private readonly object _gate = new();
    private readonly Dictionary<string, ImmutableArray<BodyFacts>> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    private readonly SourceMap _map;

    private TreeFacts(DeclarationStamp stamp, SyntaxTree tree)
    {
        Stamp = stamp;
        FilePath = tree.FilePath;
        _map = SourceMap.Of(tree);
    }

    /// <summary>Names the declarations, references and options that these facts were read under.</summary>
    public DeclarationStamp Stamp { get; }

    public string FilePath { get; }

    /// <summary>A fingerprint of the members and types, of who overrides whom: the same for trees that declare the same.</summary>
    public ulong Shape { get; private set; }

    public ImmutableArray<TypeFacts> Types { get; private set; } = ImmutableArray<TypeFacts>.Empty;

    public ImmutableArray<MemberFacts> Members { get; private set; } = ImmutableArray<MemberFacts>.Empty;

    /// <summary>By the id of a primary constructor: its parameters as the members see them.</summary>
    public ImmutableArray<PrimaryConstructor> PrimaryConstructors { get; private set; } = ImmutableArray<PrimaryConstructor>.Empty;

    /// <summary>Ids of the members whose outermost type mentions threads, tasks or locks.</summary>
    public ImmutableArray<string> Relevant { get; private set; } = ImmutableArray<string>.Empty;

    /// <summary>Ids of other members that may subscribe a handler to an event.</summary>
    public ImmutableArray<string> Subscribers { get; private set; } = ImmutableArray<string>.Empty;

    /// <summary>What the tree tells dependency containers.</summary>
    public ImmutableArray<Registration> Registrations { get; private set; } = ImmutableArray<Registration>.Empty;

    /// <summary>Ids of the types that delegates given to endpoints ask for.</summary>
    public ImmutableArray<string> Requested { get; private set; } = ImmutableArray<string>.Empty;

    /// <summary>The tree hands delegates to requests.</summary>
    public bool HasEndpoints { get; private set; }

    /// <summary>Contracts that name nothing.</summary>
    public ImmutableArray<ContractProblem> Problems { get; private set; } = ImmutableArray<ContractProblem>.Empty;

    /// <summary>What can be changed of the types that promise not to change.</summary>
    public ImmutableArray<MutableMember> MutableMembers { get; private set; } = ImmutableArray<MutableMember>.Empty;

    /// <summary>Names of the members with a contract that code outside their type can use.</summary>
    public ImmutableArray<string> ContractNames { get; private set; } = ImmutableArray<string>.Empty;

    /// <param name="hasContainer">The compilation knows a dependency container, so that registrations are worth looking for.</param>
    public static TreeFacts Read(SemanticModel model, DeclarationStamp stamp, SymbolFacts symbols, bool hasContainer, CancellationToken cancellation)
    {
        var facts = new TreeFacts(stamp, model.SyntaxTree);
        var words = TreeWords.Of(model.SyntaxTree, cancellation);
        var reader = new DeclarationReader(model, facts.FilePath, symbols, words, cancellation);
        reader.Visit(model.SyntaxTree.GetRoot(cancellation));
        facts.Types = reader.Types.ToImmutable();
        facts.Members = reader.Members.ToImmutable();
        facts.PrimaryConstructors = reader.PrimaryConstructors.ToImmutable();
        facts.Subscribers = reader.Subscribers.ToImmutable();
        facts.Problems = reader.Problems.ToImmutable();
        facts.MutableMembers = reader.MutableMembers.ToImmutable();
        facts.ContractNames = reader.ContractNames.ToImmutable();
        facts.Relevant = reader.Relevant.ToImmutable();
        if (hasContainer && (words.MayMention(symbols.Knowledge.RegistrationWords) || words.MayMention(symbols.Knowledge.EndpointWords)))
        {
            var registrations = new RegistrationReader(model, symbols, cancellation);
            registrations.Read();
            facts.Registrations = registrations.Registrations.ToImmutable();
            facts.Requested = registrations.Requested.ToImmutable();
            facts.HasEndpoints = registrations.HasEndpoints;
        }

        foreach (var member in facts.Members)
            facts._positions[member.Id] = member.Position;
        facts.Shape = facts.ShapeOf();
        return facts;
    }

    private ulong ShapeOf()
    {
        var shape = DeclarationDigest.Seed;
        foreach (var type in Types)
            shape = Mix(DeclarationDigest.Mix(shape, type.Id), type.Bases);
        foreach (var member in Members)
            shape = Mix(DeclarationDigest.Mix(DeclarationDigest.Mix(shape, member.Id), member.TypeId), member.Implements);
        foreach (var primary in PrimaryConstructors)
            shape = Mix(DeclarationDigest.Mix(shape, primary.Id), primary.Parameters.Select(static parameter => parameter.Id).ToImmutableArray());
        return shape;

        static ulong Mix(ulong shape, ImmutableArray<string> texts)
        {
            foreach (var text in texts)
                shape = DeclarationDigest.Mix(shape, text);
            return DeclarationDigest.Mix(shape, "|");
        }
    }

    /// <summary>Takes over the bodies that a former version of the tree has in common with this one.</summary>
    public void TakeOver(TreeFacts former)
    {
        if (!former.Stamp.Equals(Stamp) || _map.ChangedSince(former._map) is not { } changed)
            return;
        KeyValuePair<string, ImmutableArray<BodyFacts>>[] bodies;
        lock (former._gate)
            bodies = former._bodies.ToArray();
        lock (_gate)
            foreach (var body in bodies)
                if (!body.Value.IsEmpty && _positions.TryGetValue(body.Key, out var position) && !changed.Contains(_map.MemberAt(position)))
                    _bodies[body.Key] = body.Value;
    }

    /// <summary>Ids of the members that mention one of the names; the same names are mostly asked for after each edit.</summary>
    public ImmutableArray<string> Mentioning(SyntaxNode root, HashSet<string> names)
    {
        if (_mentioning is not { } known || !known.Names.SetEquals(names))
            _mentioning = known = new(names, Members.Where(member => ConcurrencyGate.Mentions(root.FindToken(member.Position), member.Position, names)).Select(static member => member.Id).ToImmutableArray());
        return known.Members;
    }

    private volatile Mentions? _mentioning;

    private sealed record Mentions(HashSet<string> Names, ImmutableArray<string> Members);

    /// <summary>Why a body could not be read; null when all could. Code too deeply nested to read is no failure.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The body of a member and of every function inside it; empty where it has none.</summary>
    public ImmutableArray<BodyFacts> Bodies(string memberId, Func<SemanticModel> model, SymbolFacts symbols, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_bodies.TryGetValue(memberId, out var known))
                return known;
            return _bodies[memberId] = _positions.TryGetValue(memberId, out var position) ? Read(memberId, position, model(), symbols, cancellation) : ImmutableArray<BodyFacts>.Empty;
        }
    }

    private ImmutableArray<BodyFacts> Read(string memberId, int position, SemanticModel model, SymbolFacts symbols, CancellationToken cancellation)
    {
        try
        {
            return BodySource.Read(model, memberId, position, symbols, cancellation);
        }
        catch (InsufficientExecutionStackException)
        {
            return ImmutableArray<BodyFacts>.Empty;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failure ??= failure;
            return ImmutableArray<BodyFacts>.Empty;
        }
    }
}
