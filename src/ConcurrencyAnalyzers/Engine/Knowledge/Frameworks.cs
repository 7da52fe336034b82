using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Knowledge;

/// <summary>By what a table line knows a type: the words in <c>frameworks.txt</c>.</summary>
internal enum RootKey
{
    Base,
    Attribute,
    Takes,
    Method,
}

/// <summary>How long an object lives that a container makes.</summary>
internal enum Lifetime
{
    Singleton,
    Scoped,
    Transient,

    /// <summary>No registration of an object: a scheduler is told to call it.</summary>
    Job,
}

/// <summary>A way in which a framework enters a type.</summary>
/// <param name="TypeKeys">All of them must hold of the type.</param>
internal sealed record FrameworkRoot(string Flow, bool IsShared, bool IsMany, bool NeedsServer, RootKey Key, string[] TypeKeys);

/// <summary>
/// Which types frameworks enter, how many flows at once and on how many objects; and how registrations say how long
/// objects live. Read from <c>frameworks.txt</c> as part of a <see cref="KnowledgeBase"/>. Immutable once read.
/// </summary>
internal sealed class Frameworks
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<FrameworkRoot> _roots = [];
    private readonly HashSet<string> _rootTypes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _methodAttributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _only = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _startup = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _meets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _untilAwait = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exclusive = new(StringComparer.Ordinal);
    private readonly HashSet<string> _serial = new(StringComparer.Ordinal);
    private readonly HashSet<string> _turns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lifetime> _registrations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _registrationNames = new(StringComparer.Ordinal);

    public IReadOnlyList<FrameworkRoot> Roots => _roots;

    /// <summary>The words for a flow, with the names of the member and the type it enters.</summary>
    public string TextOf(string flow, string member, string type) =>
        _texts.TryGetValue(flow, out var text) ? text.Replace("{0}", member).Replace("{1}", type) : flow;

    /// <summary>The ways in which frameworks enter a type, in the order of the table.</summary>
    public IEnumerable<FrameworkRoot> RootsOf(TypeFacts type) =>
        type.Bases.Concat(type.Attributes).Concat(type.Takes).Any(id => _rootTypes.Contains(id.Substring(2))) ? _roots.Where(root => Matches(root, type)) : [];

    private static bool Matches(FrameworkRoot root, TypeFacts type)
    {
        var ids = root.Key switch { RootKey.Base => type.Bases, RootKey.Attribute => type.Attributes, RootKey.Takes => type.Takes, _ => ImmutableArray<string>.Empty };
        return !ids.IsEmpty && root.TypeKeys.All(key => ids.Contains("T:" + key));
    }

    public bool IsMethodAttribute(string typeKey) => _methodAttributes.Contains(typeKey);

    /// <summary>Whether a root known by this type enters a member of this name, which may be prefixed by the interface that it implements.</summary>
    public bool Enters(FrameworkRoot root, string memberName) => !_only.TryGetValue(root.TypeKeys[0], out var names) || names.Contains(memberName.Substring(memberName.LastIndexOf('.') + 1));

    /// <summary>Whether the root names the members that it enters.</summary>
    public bool NamesMembers(FrameworkRoot root) => _only.ContainsKey(root.TypeKeys[0]);

    public bool EndsAtAwait(string flow) => _untilAwait.Contains(flow);

    /// <summary>The only flows that a flow overlaps with; null for all.</summary>
    public IReadOnlyCollection<string>? MetBy(string flow) => _meets.TryGetValue(flow, out var flows) ? flows : null;

    public bool IsExclusive(string attributeKey) => _exclusive.Contains(attributeKey);

    public bool IsSerial(string baseKey) => _serial.Contains(baseKey);

    /// <summary>Whether its async members go on where they were called, one at a time from await to await.</summary>
    public bool TakesTurns(string baseKey) => _turns.Contains(baseKey);

    /// <summary>Whether a member runs before anything else; <c>*</c> as the type: by its name alone.</summary>
    public bool IsStartup(string typeKey, string memberName) => _startup.TryGetValue(typeKey, out var names) && names.Contains(memberName);

    /// <param name="memberKey">Documentation id without prefix and parameter list.</param>
    public Lifetime? LifetimeOf(string memberKey) => _registrations.TryGetValue(memberKey, out var lifetime) ? lifetime : null;

    /// <summary>Whether a call of this simple name may register a type.</summary>
    public bool IsRegistrationName(string name) => _registrationNames.Contains(name);

    public IReadOnlyCollection<string> RegistrationNames => _registrationNames;

    /// <summary>What a line of the table may begin with.</summary>
    public static IReadOnlyList<string> Words { get; } = ["flow", "root", "only", "startup", "meets", "until-await", "exclusive", "serial", "takes-turns", "registers"];

    /// <summary>Takes a line of the table; false where it is none of ours.</summary>
    public bool TryAdd(string[] words)
    {
        switch (words[0])
        {
            case "flow" when words.Length > 2:
                _texts[words[1]] = string.Join(" ", words.Skip(2));
                return true;
            case "root":
                return TryAddRoot(words);
            case "only" when words.Length > 2:
                _only[words[1]] = new(words.Skip(2), StringComparer.Ordinal);
                return true;
            case "startup" when words.Length > 2:
                _startup[words[1]] = new(words.Skip(2), StringComparer.Ordinal);
                return true;
            case "meets" when words.Length > 2:
                _meets[words[1]] = words.Skip(2).ToArray();
                return true;
            case "until-await" when words.Length > 1:
                _untilAwait.UnionWith(words.Skip(1));
                return true;
            case "exclusive" when words.Length > 1:
                _exclusive.UnionWith(words.Skip(1));
                return true;
            case "serial" when words.Length > 1:
                _serial.UnionWith(words.Skip(1));
                return true;
            case "takes-turns" when words.Length > 1:
                _turns.UnionWith(words.Skip(1));
                return true;
            case "registers" when words.Length > 2 && Enum.TryParse<Lifetime>(words[1], ignoreCase: true, out var lifetime):
                foreach (var member in words.Skip(2))
                {
                    _registrations[member] = lifetime;
                    _registrationNames.Add(member.Substring(member.LastIndexOf('.') + 1));
                }

                return true;
            default:
                return false;
        }
    }

    private bool TryAddRoot(string[] words)
    {
        var next = words.Length > 4 && words[4] == "server" ? 5 : 4;
        if (words.Length <= next + 1 || words[2] is not ("fresh" or "shared") || words[3] is not ("many" or "one") || !Enum.TryParse<RootKey>(words[next], ignoreCase: true, out var key))
            return false;
        foreach (var word in words.Skip(next + 1))
        {
            var types = word.Split('+');
            _roots.Add(new(words[1], words[2] == "shared", words[3] == "many", next == 5, key, types));
            if (key == RootKey.Method)
                _methodAttributes.UnionWith(types);
            else
                _rootTypes.Add(types[0]);
        }

        return true;
    }
}
