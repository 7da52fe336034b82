// The search box of a city map shows the streets for the newest input; answers to older input are dropped when they come in late. difficulty: medium
using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1550;

public sealed class StreetFinder(Func<string, Task<string[]>> query)
{
    private readonly Lock _gate = new();
    private ImmutableArray<string> _streets = [];
    private string _input = "";
    private int _generation;

    public (string Input, ImmutableArray<string> Streets) Shown
    {
        get
        {
            lock (_gate)
            {
                return (_input, _streets);
            }
        }
    }

    public async Task<bool> TypeAsync(string input)
    {
        int mine;
        lock (_gate)
        {
            mine = ++_generation;
        }

        var answer = await query(input);
        var streets = answer.Order(StringComparer.CurrentCulture).ToImmutableArray();

        lock (_gate)
        {
            if (mine != _generation)
            {
                return false;
            }
            _input = input;
            _streets = streets;
            return true;
        }
    }

    public static async Task<int> CountShownAsync(StreetFinder finder, string[] inputs)
    {
        var shown = await Task.WhenAll(inputs.Select(finder.TypeAsync));
        return shown.Count(ok => ok);
    }
}
