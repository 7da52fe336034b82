using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Engine;

/// <summary>
/// Links the facts of all trees of one compilation: finds a body by id, the bodies that a call may run, the types
/// below a type. Facts of unchanged trees are reused from earlier compilations. Lives no longer than one analysis.
/// </summary>
internal sealed partial class ProgramIndex
{
    private sealed record Owner(TreeFacts Facts, SyntaxTree Tree);

    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> s_facts = new();

    /// <summary>More targets than this and a virtual call tells too little to follow.</summary>
    private const int MaxDispatchTargets = 4;

    private const int MaxMentions = 500;

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly SymbolFacts _symbols;
    private readonly Dictionary<string, ImmutableArray<string>> _targets = new(StringComparer.Ordinal);
    private readonly List<Owner> _trees = [];
    private readonly Dictionary<string, Owner> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _implementations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _implemented = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BodyFacts> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeFacts> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _initializers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<FieldFacts>> _primary = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<LockName>> _required = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forOneCaller = new(StringComparer.Ordinal);

    /// <summary>Trees without members that nevertheless make promises.</summary>
    private readonly List<TreeFacts> _silent = [];
    private readonly HashSet<string> _loaded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _subscribers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _relevant = new(StringComparer.Ordinal);

    public ProgramIndex(Compilation compilation, KnowledgeBase knowledge, CancellationToken cancellation)
    {
        _compilation = compilation;
        _cancellation = cancellation;
        Knowledge = knowledge;
        _symbols = new(knowledge, compilation.Assembly);
        _hasContainer = s_containers.Any(name => compilation.GetTypeByMetadataName(name) is not null);
        var stamp = new DeclarationStamp(compilation, knowledge.Stamp);
        foreach (var tree in compilation.SyntaxTrees)
            Add(new(FactsOf(tree, stamp), tree));
        AddServices();
        AddHeirs();
        (Relevant, Subscribers) = (Sorted(_relevant), Sorted(_subscribers));
    }

    private static string[] Sorted(HashSet<string> ids)
    {
        var sorted = ids.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    public KnowledgeBase Knowledge { get; }

    /// <summary>
    /// A fingerprint of all members and types: where it is the same, so are the bodies that calls may run, the bases of
    /// types, their constructors and initialisers.
    /// </summary>
    public ulong Shape { get; private set; } = DeclarationDigest.Seed;

    /// <summary>Ids of the members to start from, sorted: those in types that mention concurrency, or inherit from one that does.</summary>
    public IReadOnlyCollection<string> Relevant { get; }

    /// <summary>Ids of members outside <see cref="Relevant"/> that may subscribe a handler to an event, sorted.</summary>
    public IReadOnlyCollection<string> Subscribers { get; }

    /// <summary>
    /// Ids of other members that mention one of the names, sorted and bounded: callers of something that leaves work
    /// running, in types that know nothing of threads themselves.
    /// </summary>
    public IReadOnlyCollection<string> Mentioning(HashSet<string> names)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        if (names.Count == 0)
            return found;
        var words = new WordSet(names);
        foreach (var (facts, tree) in _trees.OrderBy(static owner => owner.Facts.FilePath, StringComparer.Ordinal))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (!TreeWords.Of(tree, _cancellation).MayMention(words) || facts.Members.All(member => _relevant.Contains(member.Id)))
                continue;
            foreach (var id in facts.Mentioning(tree.GetRoot(_cancellation), names))
                if (found.Count < MaxMentions && !_relevant.Contains(id))
                    found.Add(id);
        }

        return found;
    }

    /// <summary>The variable that a parameter of a primary constructor becomes for the members; null for other constructors.</summary>
    public FieldFacts? PrimaryParameter(MethodFacts constructor, int ordinal) =>
        _primary.TryGetValue(constructor.Id, out var parameters) && ordinal < parameters.Length ? parameters[ordinal] : null;

    /// <summary>Ids of the members of a type, in all its parts.</summary>
    public IEnumerable<string> MembersOf(string typeId) => _members.TryGetValue(typeId, out var ids) ? ids : Enumerable.Empty<string>();

    /// <summary>The locks that callers of a member hold, by contract.</summary>
    public ImmutableArray<LockName> RequiredLocks(string memberId) =>
        _required.TryGetValue(memberId, out var locks) ? locks : memberId.IndexOf('|') > 0 && Body(memberId) is { } body ? body.RequiredLocks : ImmutableArray<LockName>.Empty;

    /// <summary>The one constructor of the nearest base that has any; null where it has several.</summary>
    public string? BaseConstructorOf(string typeId)
    {
        foreach (var basis in Type(typeId)?.Bases ?? ImmutableArray<string>.Empty)
            if (MembersOf(basis).Where(static id => id.Contains(".#ctor")).ToArray() is { Length: > 0 } constructors)
                return constructors is [var only] ? only : null;
        return null;
    }

    /// <summary>What the trees say of their contracts, in the order of the files.</summary>
    public IEnumerable<TreeFacts> Trees => _owners.Values.Select(static owner => owner.Facts).Concat(_silent).Distinct().OrderBy(static facts => facts.FilePath, StringComparer.Ordinal);

    /// <summary>The type, or one that it derives from or implements, is made for one user at a time: its own locks say nothing against that.</summary>
    public bool IsForOneUser(string typeId) => Type(typeId) is { } type && (type.IsForOneUser || type.Bases.Any(part => Knowledge.IsForOneUser(part.Substring(2))));

    /// <summary>The type's own documentation says so, or that of what it is: an enumerator belongs to who walks.</summary>
    public bool IsDocumentedForOneUser(string typeId) => Type(typeId) is { } type && (type.IsForOneUser || type.Bases.Any(static part => s_enumerators.Contains(part)));

    private static readonly HashSet<string> s_enumerators = new(StringComparer.Ordinal) { "T:System.Collections.IEnumerator", "T:System.Collections.Generic.IEnumerator`1", "T:System.Collections.Generic.IAsyncEnumerator`1" };

    /// <summary>The member's own documentation says that it is not thread-safe, in a type whose other members may be.</summary>
    public bool IsForOneCaller(string memberId) => _forOneCaller.Contains(memberId);

    public TypeFacts? Type(string id) => _types.TryGetValue(id, out var type) ? type : null;

    /// <summary>The type, those that derive from it, and those that are declared inside of one of them: all that can name what it keeps to itself and its heirs.</summary>
    public IEnumerable<string> FamilyOf(string typeId)
    {
        var family = new HashSet<string>(_types.Values.Where(type => type.Id == typeId || type.Bases.Contains(typeId)).Select(static type => type.Id), StringComparer.Ordinal);
        return _types.Keys.Where(IsInside).OrderBy(static id => id, StringComparer.Ordinal);

        bool IsInside(string id) => family.Contains(id) || id.LastIndexOf('.') is > 1 and var end && IsInside(id.Substring(0, end));
    }

    /// <summary>The first failure inside the engine that cost some body its facts; null when there was none.</summary>
    public Exception? Failure { get; private set; }

    public void Note(Exception failure) => Failure ??= failure;

    /// <summary>Instance initialisers of a type: part of each of its constructors.</summary>
    public IEnumerable<string> InitializersOf(string typeId) => _initializers.TryGetValue(typeId, out var ids) ? ids : Enumerable.Empty<string>();

    /// <summary>A body by id, read when first asked for; null where there is none in this compilation.</summary>
    public BodyFacts? Body(string id)
    {
        if (_bodies.TryGetValue(id, out var known))
            return known;
        var nested = id.IndexOf('|');
        var memberId = nested < 0 ? id : id.Substring(0, nested);
        if (_loaded.Add(memberId) && _owners.TryGetValue(memberId, out var owner))
            Load(memberId, owner);
        return _bodies.TryGetValue(id, out var found) ? found : null;
    }

    private void Load(string memberId, Owner owner)
    {
        _cancellation.ThrowIfCancellationRequested();
        foreach (var body in owner.Facts.Bodies(memberId, () => ModelOf(owner.Tree), _symbols, _cancellation))
            _bodies[body.Id] = body;
        Failure ??= owner.Facts.Failure;
    }

    /// <summary>A member's body and every function inside it, outermost last.</summary>
    public IEnumerable<BodyFacts> BodiesOf(string memberId) => Body(memberId) is not { } body ? [] : body.Nested.IsEmpty ? [body] : Inside(body).Append(body);

    /// <summary>The bodies that a call of a method may run, at most a handful; empty where that is unknown.</summary>
    public ImmutableArray<string> Targets(MethodFacts method)
    {
        if (!_targets.TryGetValue(method.Id, out var targets))
            _targets[method.Id] = targets = FindTargets(method);
        return targets;
    }

    private ImmutableArray<string> FindTargets(MethodFacts method)
    {
        if (!method.IsDispatched)
            return _owners.ContainsKey(method.Id) ? ImmutableArray.Create(method.Id) : ImmutableArray<string>.Empty;
        var targets = new List<string>();
        if (_owners.ContainsKey(method.Id))
            targets.Add(method.Id);
        if (_implementations.TryGetValue(method.Id, out var overrides))
            targets.AddRange(overrides);
        return targets.Count > MaxDispatchTargets ? ImmutableArray<string>.Empty : targets.ToImmutableArray();
    }

    /// <summary>Ids of the members that a body overrides or implements; null where one of them is not declared in this compilation.</summary>
    public ImmutableArray<string>? Implemented(string memberId) =>
        !_implemented.TryGetValue(memberId, out var ids) ? ImmutableArray<string>.Empty : ids.All(id => _types.ContainsKey(OwnerOf(id))) ? ids : null;

    /// <summary>The id of the type that declares a member, from the member's id.</summary>
    public static string OwnerOf(string memberId)
    {
        var parameters = memberId.IndexOf('(');
        var end = memberId.LastIndexOf('.', parameters < 0 ? memberId.Length - 1 : parameters);
        return end < 2 ? "" : "T:" + memberId.Substring(2, end - 2);
    }

    private IEnumerable<BodyFacts> Inside(BodyFacts body) =>
        body.Nested.Select(Body).OfType<BodyFacts>().SelectMany(nested => Inside(nested).Append(nested));

    private TreeFacts FactsOf(SyntaxTree tree, DeclarationStamp stamp)
    {
        if (s_facts.TryGetValue(tree, out var facts) && facts.Stamp.Equals(stamp))
            return facts;
        _cancellation.ThrowIfCancellationRequested();
        facts = TreeFacts.Read(ModelOf(tree), stamp, _symbols, _hasContainer, _cancellation);
        if (FormerFacts.Exchange(_compilation.AssemblyName, facts) is { } former)
            facts.TakeOver(former);
        s_facts.Remove(tree);
        try
        {
            s_facts.Add(tree, facts);
        }
        catch (ArgumentException)
        {
            // Another thread was faster with the same facts.
        }

        return facts;
    }

    /// <summary>Members of one tree are mostly read one after the other; a model keeps what it bound, so only the last one is kept.</summary>
    private SemanticModel ModelOf(SyntaxTree tree) => _model?.SyntaxTree == tree ? _model : _model = _compilation.GetSemanticModel(tree);

    private SemanticModel? _model;

    private void Add(Owner owner)
    {
        _trees.Add(owner);
        var facts = owner.Facts;
        Shape = unchecked((Shape ^ facts.Shape) * 1099511628211);
        foreach (var constructor in facts.PrimaryConstructors)
            _primary[constructor.Id] = constructor.Parameters;
        foreach (var type in facts.Types)
            _types[type.Id] = _types.TryGetValue(type.Id, out var part) ? part with { Bases = part.Bases.Union(type.Bases).ToImmutableArray(), Contract = part.Contract | type.Contract, IsForOneUser = part.IsForOneUser || type.IsForOneUser } : type;
        foreach (var member in facts.Members)
        {
            _owners[member.Id] = owner;
            AddTo(_members, member.TypeId, member.Id);
            if (member.Id[0] == 'I')
                AddTo(_initializers, member.TypeId, member.Id);
            if (!member.Attributes.IsEmpty)
                _attributes[member.Id] = member.Attributes;
            if (!member.RequiredLocks.IsEmpty)
                _required[member.Id] = member.RequiredLocks;
            if (member.IsForOneCaller)
                _forOneCaller.Add(member.Id);
            if (!member.Implements.IsEmpty)
                _implemented[member.Id] = member.Implements;
            foreach (var implemented in member.Implements)
                AddTo(_implementations, implemented, member.Id);
        }

        if (facts.Members.IsEmpty && (!facts.Problems.IsEmpty || !facts.MutableMembers.IsEmpty))
            _silent.Add(facts);
        _subscribers.UnionWith(facts.Subscribers);
        _registrations.AddRange(facts.Registrations);
        _requested.UnionWith(facts.Requested);
        HasEndpoints |= facts.HasEndpoints;
        foreach (var id in facts.Relevant)
            _relevant.Add(id);
    }

    /// <summary>The other parts of a relevant type, and types that inherit its locks and guarded state, must keep to them, whether or not they mention threads.</summary>
    private void AddHeirs()
    {
        if (_relevant.Count == 0)
            return;
        var relevantTypes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var owner in _trees)
            foreach (var member in owner.Facts.Members)
                if (_relevant.Contains(member.Id))
                    relevantTypes.Add(member.TypeId);
        foreach (var owner in _trees)
            foreach (var member in owner.Facts.Members)
                if (relevantTypes.Contains(member.TypeId) || _types.TryGetValue(member.TypeId, out var type) && type.Bases.Any(relevantTypes.Contains))
                    _relevant.Add(member.Id);
    }

    private static void AddTo(Dictionary<string, List<string>> map, string key, string value)
    {
        if (!map.TryGetValue(key, out var list))
            map[key] = list = [];
        list.Add(value);
    }
}
