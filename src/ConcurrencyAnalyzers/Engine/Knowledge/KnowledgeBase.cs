using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Knowledge;

/// <summary>
/// What is known of members that the compilation only references: who starts work, who waits for it, who locks, and
/// what a type tolerates. Read from a table (<c>bcl.txt</c>), so that a fact is added as data. Immutable, thread-safe.
/// </summary>
internal sealed class KnowledgeBase
{
    private static readonly char[] s_separators = [' ', '\t', '\r'];

    private static readonly Lazy<KnowledgeBase> s_bcl = new(() => Parse(ReadResource("bcl.txt") + "\n" + ReadResource("frameworks.txt")));

    private readonly Dictionary<string, MemberRole> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeSafety> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessKind> _content = new(StringComparer.Ordinal);
    private readonly HashSet<string> _endpointNames = new(StringComparer.Ordinal);

    private WordSet? _endpointWords;
    private WordSet? _registrationWords;

    private KnowledgeBase()
    {
    }

    /// <summary>The tables of the base class library and of the frameworks around it.</summary>
    public static KnowledgeBase Bcl => s_bcl.Value;

    /// <summary>Who enters types and delegates, and how long objects live.</summary>
    public Frameworks Frameworks { get; } = new();

    /// <summary>Whether a call of this simple name may hand a delegate to every request.</summary>
    public bool IsEndpointName(string name) => _endpointNames.Contains(name);

    public Facts.WordSet EndpointWords => _endpointWords ??= new(_endpointNames);

    public Facts.WordSet RegistrationWords => _registrationWords ??= new(Frameworks.RegistrationNames);

    /// <param name="key">Documentation id without prefix and parameter list, e.g. <c>System.Threading.Tasks.Task.Run</c>.</param>
    public MemberRole RoleOf(string key) => _members.TryGetValue(key, out var role) ? role : MemberRole.None;

    /// <param name="typeKey">Documentation id without prefix, e.g. <c>System.Collections.Generic.List`1</c>.</param>
    public TypeSafety SafetyOf(string typeKey) => _types.TryGetValue(typeKey, out var safety) ? safety : TypeSafety.Unknown;

    /// <summary>What calling a member of a thread-unsafe type does to the receiver's content.</summary>
    public AccessKind ContentAccessOf(string typeKey, string memberName) =>
        _content.TryGetValue(typeKey + "." + memberName, out var kind) ? kind
            : memberName is "get_IsReadOnly" or "get_IsFixedSize" or "get_IsSynchronized" or "get_SyncRoot" ? AccessKind.Content | AccessKind.Read | AccessKind.Neutral
            : AccessKind.Content | (SafetyOf(typeKey) == TypeSafety.Abstract ? AccessKind.Unproven : AccessKind.None) | (memberName.StartsWith("set_", StringComparison.Ordinal) ? AccessKind.Update : AccessKind.Read);

    /// <exception cref="FormatException">A line is not of the table's form; the message quotes it.</exception>
    public static KnowledgeBase Parse(string table)
    {
        var knowledge = new KnowledgeBase();
        foreach (var line in table.Split('\n'))
        {
            var words = line.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && words[0][0] != '#')
                knowledge.Add(words, line);
        }

        return knowledge;
    }

    private void Add(string[] words, string line)
    {
        switch (words[0])
        {
            case "role" when words.Length > 2 && Enum.TryParse<MemberRole>(words[1].Replace("-", ""), ignoreCase: true, out var role):
                foreach (var member in words.Skip(2))
                {
                    _members[member] = role;
                    if (role == MemberRole.Endpoint)
                        _endpointNames.Add(member.Substring(member.LastIndexOf('.') + 1));
                }

                break;
            case "safe":
                foreach (var type in words.Skip(1))
                    _types[type] = TypeSafety.ThreadSafe;
                break;
            case "immutable":
                foreach (var type in words.Skip(1))
                    _types[type] = TypeSafety.Immutable;
                break;
            case "unsafe" when words.Length > 2:
                AddUnsafe(words, TypeSafety.ThreadUnsafe, AccessKind.Content);
                break;
            case "abstract" when words.Length > 2:
                AddUnsafe(words, TypeSafety.Abstract, AccessKind.Content | AccessKind.Unproven);
                break;
            case var _ when Frameworks.TryAdd(words):
                break;
            default:
                throw new FormatException($"Not a line of a knowledge table: {line}");
        }
    }

    private void AddUnsafe(string[] words, TypeSafety safety, AccessKind content)
    {
        _types[words[1]] = safety;
        var kind = content | AccessKind.Read;
        foreach (var word in words.Skip(2))
        {
            if (word == "write")
                kind = content | AccessKind.Update;
            else if (word == "receive")
                kind = content | AccessKind.Update | AccessKind.Receive;
            else if (word == "send")
                kind = content | AccessKind.Update | AccessKind.Send;
            else if (word == "neutral")
                kind = content | AccessKind.Read | AccessKind.Neutral;
            else
                _content[words[1] + "." + word] = kind;
        }
    }

    private static string ReadResource(string name)
    {
        using var stream = typeof(KnowledgeBase).Assembly.GetManifestResourceStream("ConcurrencyAnalyzers.Knowledge." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
