// The potter's glazes are read from a file the first time somebody asks for one. difficulty: medium
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace Menagerie.M1339;

public sealed class GlazeRecipes(string path)
{
    private readonly Dictionary<string, string> _recipes = [];
    private bool _loaded;

    public string[] MixAll(string[] glazes)
    {
        var mixed = new string[glazes.Length];
        Parallel.For(0, glazes.Length, i => mixed[i] = Mix(glazes[i]));
        return mixed;
    }

    private string Mix(string glaze)
    {
        if (!_loaded) // expect: LAZY_INIT#1
        {
            _loaded = true; // expect: LAZY_INIT#1
            foreach (var line in File.ReadLines(path))
            {
                var parts = line.Split('=', 2);
                _recipes[parts[0]] = parts[1]; // expect: LAZY_INIT#1
            }
        }
        return _recipes.GetValueOrDefault(glaze, "unknown"); // expect: LAZY_INIT#1
    }
}
