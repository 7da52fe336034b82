using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Knowledge;

/// <summary>
/// What is known of members that the compilation only references: who starts work, who waits for it, who locks, and
/// what a type tolerates. Read from a table (<c>bcl.txt</c>), so that a fact is added as data. Immutable, thread-safe.
/// </summary>
internal sealed class KnowledgeBase
{
    private static readonly string[] s_sections = ["all", "read", "view", "write", "receive", "send", "neutral"];

    private static readonly Lazy<KnowledgeBase> s_bcl = new(() => Parse(BuiltIn()));

    private readonly Dictionary<string, MemberRole> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeSafety> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessKind> _content = new(StringComparer.Ordinal);
    private readonly HashSet<string> _endpointNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gateWords = new(StringComparer.Ordinal);

    /// <summary>Types of which any two uses exclude each other.</summary>
    private readonly HashSet<string> _exclusive = new(StringComparer.Ordinal);

    private WordSet? _endpointWords;
    private WordSet? _gateWordSet;
    private WordSet? _registrationWords;

    private KnowledgeBase()
    {
    }

    /// <summary>Names the user's tables in it; empty where there are none.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>Simple names by which code mentions members that the user gave a role.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>What is not known is suspected.</summary>
    public bool IsStrict { get; private set; }

    /// <summary>What calls cost.</summary>
    public CallCosts Costs { get; private set; } = CallCosts.Bcl;

    /// <summary>The tables of the base class library and of the frameworks around it.</summary>
    public static KnowledgeBase Bcl => s_bcl.Value;

    /// <summary>Who enters types and delegates, and how long objects live.</summary>
    public Frameworks Frameworks { get; } = new();

    /// <summary>Whether a call of this simple name may hand a delegate to every request.</summary>
    public bool IsEndpointName(string name) => _endpointNames.Contains(name);

    /// <summary>Whether code that mentions this word may start work or run beside other code.</summary>
    public bool IsGateWord(string word) => _gateWords.Contains(word);

    /// <summary>The words of the gate that the tables and the user's files add.</summary>
    public Facts.WordSet GateWordSet => _gateWordSet ??= new(_gateWords.Concat(Words));

    public Facts.WordSet EndpointWords => _endpointWords ??= new(_endpointNames);

    public Facts.WordSet RegistrationWords => _registrationWords ??= new(Frameworks.RegistrationNames);

    /// <param name="key">Documentation id without prefix and parameter list, e.g. <c>System.Threading.Tasks.Task.Run</c>.</param>
    public MemberRole RoleOf(string key) => _members.TryGetValue(key, out var role) ? role : MemberRole.None;

    /// <param name="typeKey">Documentation id without prefix, e.g. <c>System.Collections.Generic.List`1</c>.</param>
    public TypeSafety SafetyOf(string typeKey) => _types.TryGetValue(typeKey, out var safety) ? safety : TypeSafety.Unknown;

    /// <summary>Whatever one does with an object of the type, one user at a time may do it.</summary>
    public bool IsForOneUser(string typeKey) => _exclusive.Contains(typeKey);

    /// <summary>What calling a member of a thread-unsafe type does to the receiver's content.</summary>
    public AccessKind ContentAccessOf(string typeKey, string memberName) =>
        _content.TryGetValue(typeKey + "." + memberName, out var kind) ? kind
            : memberName is "get_IsReadOnly" or "get_IsFixedSize" or "get_IsSynchronized" or "get_SyncRoot" ? AccessKind.Content | AccessKind.Read | AccessKind.Neutral
            : AccessKind.Content | (SafetyOf(typeKey) == TypeSafety.Abstract ? AccessKind.Unproven : AccessKind.None) | (memberName.StartsWith("set_", StringComparison.Ordinal) || _exclusive.Contains(typeKey) ? AccessKind.Update : AccessKind.Read);

    /// <summary>What enumerating the object, or asking it for all it holds, does to its content.</summary>
    public AccessKind EnumerationOf(string typeKey) => AccessKind.Content | AccessKind.Enumerate | (SafetyOf(typeKey) == TypeSafety.Abstract ? AccessKind.Unproven : AccessKind.None) | (_exclusive.Contains(typeKey) ? AccessKind.Update : AccessKind.Read);

    /// <summary>The same facts for an assembly that asks to be held to its contracts strictly.</summary>
    public KnowledgeBase AsStrict()
    {
        var strict = (KnowledgeBase)MemberwiseClone();
        strict.IsStrict = true;
        strict.Stamp += "!";
        return strict;
    }

    /// <exception cref="FormatException">A line is not of the table's form; the message quotes it.</exception>
    public static KnowledgeBase Parse(string table)
    {
        var knowledge = new KnowledgeBase();
        foreach (var line in TableLine.Of(table))
            if (knowledge.Add(line.Words) is { } problem)
                throw new FormatException($"Not a line of a knowledge table: {string.Join(" ", line.Words)} ({problem})");
        return knowledge;
    }

    /// <summary>These facts with those of a user's tables over them: a later line wins. Lines that say nothing are left out.</summary>
    /// <param name="stamp">Names the content of the tables.</param>
    public static KnowledgeBase BclWith(IEnumerable<string> tables, string stamp)
    {
        var knowledge = Parse(BuiltIn());
        knowledge.Stamp = stamp;
        knowledge.Costs = CallCosts.Bcl.Copy();
        foreach (var table in tables)
            foreach (var line in TableLine.Of(table))
                if (line.NameProblem() is null && (knowledge.Add(line.Words) is null || knowledge.Costs.TryAdd(line.Words)) && line.Words[0] == "role")
                    knowledge.Words.UnionWith(line.Words.Skip(2).Select(MentionOf));
        return knowledge;
    }

    /// <summary>The identifier that stands in source where the member is used.</summary>
    private static string MentionOf(string member)
    {
        var parts = member.Split('.');
        var last = parts[parts.Length - 1];
        var name = last == "#ctor" && parts.Length > 1 ? parts[parts.Length - 2] : last.StartsWith("get_", StringComparison.Ordinal) || last.StartsWith("set_", StringComparison.Ordinal) || last.StartsWith("add_", StringComparison.Ordinal) ? last.Substring(4) : last;
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }

    /// <summary>Why a user's line says nothing; null where it does.</summary>
    public static string? ProblemOf(TableLine line) =>
        line.NameProblem() ?? (new KnowledgeBase().Add(line.Words) is { } problem && !CallCosts.Bcl.Copy().TryAdd(line.Words) ? problem : null);

    /// <summary>Takes a line; what is wrong with it otherwise.</summary>
    private string? Add(string[] words)
    {
        switch (words[0])
        {
            case "role" when words.Length < 3:
                return "a role and the members that play it are missing";
            case "role" when !Enum.TryParse<MemberRole>(words[1].Replace("-", ""), ignoreCase: true, out _) || char.IsDigit(words[1][0]):
                return $"there is no role '{words[1]}'";
            case "role":
                AddRole((MemberRole)Enum.Parse(typeof(MemberRole), words[1].Replace("-", ""), ignoreCase: true), words);
                return null;
            case "safe" or "immutable" or "unsafe" or "abstract" when words.Length < 2:
                return "the type is missing";
            case "safe" or "immutable":
                foreach (var type in words.Skip(1))
                    _types[type] = words[0] == "safe" ? TypeSafety.ThreadSafe : TypeSafety.Immutable;
                return null;
            case "unsafe" or "abstract" when words.Length < 3 || !s_sections.Contains(words[2]):
                return $"after the type comes one of {string.Join(", ", s_sections)}";
            case "unsafe":
                AddUnsafe(words, TypeSafety.ThreadUnsafe, AccessKind.Content);
                return null;
            case "abstract":
                AddUnsafe(words, TypeSafety.Abstract, AccessKind.Content | AccessKind.Unproven);
                return null;
            case "gate" when words.Length > 1:
                _gateWords.UnionWith(words.Skip(1));
                return null;
            case var _ when Frameworks.TryAdd(words):
                return null;
            default:
                return words[0] == "gate" || Frameworks.Words.Contains(words[0]) || CallCosts.Words.Contains(words[0]) ? $"'{words[0]}' lacks something" : $"no fact begins with '{words[0]}'";
        }
    }

    private void AddRole(MemberRole role, string[] words)
    {
        foreach (var member in words.Skip(2))
        {
            _members[member] = role;
            if (role == MemberRole.Endpoint)
                _endpointNames.Add(member.Substring(member.LastIndexOf('.') + 1));
        }
    }

    private void AddUnsafe(string[] words, TypeSafety safety, AccessKind content)
    {
        _types[words[1]] = safety;
        var kind = AccessKind.None;
        foreach (var word in words.Skip(2))
        {
            switch (word)
            {
                case "all":
                    _exclusive.Add(words[1]);
                    break;
                case "read":
                    kind = content | AccessKind.Read;
                    break;
                case "view":
                    kind = content | AccessKind.Read | AccessKind.Enumerate;
                    break;
                case "write":
                    kind = content | AccessKind.Update;
                    break;
                case "receive":
                    kind = content | AccessKind.Update | AccessKind.Receive;
                    break;
                case "send":
                    kind = content | AccessKind.Update | AccessKind.Send;
                    break;
                case "neutral":
                    kind = content | AccessKind.Read | AccessKind.Neutral;
                    break;
                default:
                    _content[words[1] + "." + word] = kind;
                    break;
            }
        }
    }

    private static string BuiltIn() => ReadResource("bcl.txt") + "\n" + ReadResource("frameworks.txt");

    private static string ReadResource(string name)
    {
        using var stream = typeof(KnowledgeBase).Assembly.GetManifestResourceStream("ConcurrencyAnalyzers.Knowledge." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
