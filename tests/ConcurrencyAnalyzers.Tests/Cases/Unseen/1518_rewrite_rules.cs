// Rewrites request paths by an ordered list of rules that is replaced when an administrator adds or withdraws a rule. difficulty: hard
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1518;

public sealed record RewriteRule(string Prefix, string Target);

public sealed class PathRewriter
{
    private readonly Lock _editing = new();
    private volatile List<RewriteRule> _rules = [];

    public void Add(RewriteRule rule)
    {
        lock (_editing)
        {
            var next = new List<RewriteRule>(_rules) { rule };
            _rules = next;
        }
    }

    public int Withdraw(string prefix)
    {
        lock (_editing)
        {
            var next = _rules;
            int withdrawn = next.RemoveAll(rule => rule.Prefix == prefix); // expect: RACE#1
            _rules = next;
            return withdrawn;
        }
    }

    public string Rewrite(string path)
    {
        foreach (var rule in _rules) // expect: RACE#1, INCONSISTENT_LOCK?
        {
            if (path.StartsWith(rule.Prefix))
            {
                return rule.Target + path[rule.Prefix.Length..];
            }
        }
        return path;
    }

    public static async Task<string[]> ReplayAsync(PathRewriter rewriter, string[] paths, string outdated)
    {
        var withdrawal = Task.Run(() => rewriter.Withdraw(outdated));
        var rewritten = new string[paths.Length];
        for (int i = 0; i < paths.Length; i++)
        {
            rewritten[i] = rewriter.Rewrite(paths[i]);
        }
        await withdrawal;
        return rewritten;
    }
}
