namespace ConcurrencyAnalyzers.Tests.Fixes.SharedState;

/// <summary>A collection that threads share becomes a concurrent one where every use has a twin that is one step.</summary>
public class ConcurrentCollectionTests
{
    [Fact]
    public Task A_check_that_no_single_step_covers() => Verify.FixAsync(
        """
        class Limits
        {
            private readonly Dictionary<string, int> _used = [];

            public void Run(string[] names)
            {
                Parallel.ForEach(names, name =>
                {
                    if (_used.Count < 10)
                        {|CONC1001:_used[name]|} = 1;
                });
            }
        }
        """,
        """
        class Limits
        {
            private readonly Lock _gate = new();
            private readonly Dictionary<string, int> _used = [];

            public void Run(string[] names)
            {
                Parallel.ForEach(names, name =>
                {
                    lock (_gate)
                    {
                        if (_used.Count < 10)
                            _used[name] = 1;
                    }
                });
            }
        }
        """);

    [Fact]
    public Task A_dictionary_whose_uses_are_single_steps() => Verify.FixAsync(
        """
        class Cache
        {
            private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

            public async Task LoadAsync(string[] names)
            {
                await Task.WhenAll(names.Select(name => Task.Run(() => {|CONC1001:_texts[name]|} = name.ToUpperInvariant())));
                foreach (var (name, text) in _texts)
                    Console.WriteLine(name + text);
                _texts.Remove("a");
            }
        }
        """,
        """
        using System.Collections.Concurrent;

        class Cache
        {
            private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);

            public async Task LoadAsync(string[] names)
            {
                await Task.WhenAll(names.Select(name => Task.Run(() => _texts[name] = name.ToUpperInvariant())));
                foreach (var (name, text) in _texts)
                    Console.WriteLine(name + text);
                _texts.TryRemove("a", out _);
            }
        }
        """);

    [Fact]
    public Task A_list_offers_a_queue_as_an_alternative() => Verify.FixAsync(
        """
        var lines = new List<string>();
        var tasks = args.Select(arg => Task.Run(() => {|CONC1001:lines.Add|}(arg))).ToArray();
        Task.WaitAll(tasks);
        Console.WriteLine(string.Join(',', lines));
        """,
        """
        using System.Collections.Concurrent;

        var lines = new ConcurrentQueue<string>();
        var tasks = args.Select(arg => Task.Run(() => lines.Enqueue(arg))).ToArray();
        Task.WaitAll(tasks);
        Console.WriteLine(string.Join(',', lines));
        """,
        action: 1,
        title: "Use a ConcurrentQueue");

    [Fact]
    public Task Add_where_it_is_missing() => Verify.FixAsync(
        """
        class Names
        {
            private readonly Dictionary<int, string> _names = [];

            public void Fill(string[] names)
            {
                Parallel.ForEach(names, name =>
                {
                    if (!{|CONC1001:_names.ContainsKey|}(name.Length))
                        {|CONC1001:_names.Add|}(name.Length, name);
                });
            }
        }
        """,
        """
        using System.Collections.Concurrent;

        class Names
        {
            private readonly ConcurrentDictionary<int, string> _names = new();

            public void Fill(string[] names)
            {
                Parallel.ForEach(names, name =>
                {
                    _names.TryAdd(name.Length, name);
                });
            }
        }
        """);

    [Fact]
    public Task Another_state_changes_with_it() => Verify.FixAsync(
        """
        class Shelf
        {
            private readonly Dictionary<string, int> _places = [];
            private string _last = "";

            public void Fill(string[] titles)
            {
                Parallel.ForEach(titles, title =>
                {
                    {|CONC1001:_places[title]|} = title.Length;
                    _last = title;
                });
            }
        }
        """,
        """
        class Shelf
        {
            private readonly Lock _gate = new();
            private readonly Dictionary<string, int> _places = [];
            private string _last = "";

            public void Fill(string[] titles)
            {
                Parallel.ForEach(titles, title =>
                {
                    lock (_gate)
                    {
                        _places[title] = title.Length;
                    }
                    _last = title;
                });
            }
        }
        """);

    [Fact]
    public Task Count_by_key() => Verify.FixAsync(
        """
        class Words
        {
            private readonly Dictionary<string, int> _counts = [];

            public int Count(string[] words)
            {
                Parallel.ForEach(words, word =>
                {
                    if ({|CONC1001:_counts.ContainsKey|}(word))
                    {
                        {|CONC1001:_counts[word]|}++;
                    }
                    else
                    {
                        {|CONC1001:_counts[word]|} = 1;
                    }
                });
                return _counts.Values.Sum();
            }
        }
        """,
        """
        using System.Collections.Concurrent;

        class Words
        {
            private readonly ConcurrentDictionary<string, int> _counts = new();

            public int Count(string[] words)
            {
                Parallel.ForEach(words, word =>
                {
                    _counts.AddOrUpdate(word, 1, (_, current) => current + 1);
                });
                return _counts.Values.Sum();
            }
        }
        """);

    [Fact]
    public Task Look_up_then_store() => Verify.FixAsync(
        """
        var lengths = new Dictionary<string, int>();
        Parallel.ForEach(args, arg =>
        {
            {|CONC1001:lengths.TryGetValue|}(arg, out var known);
            {|CONC1001:lengths[arg]|} = known + 1;
        });
        Console.WriteLine(lengths.Count);
        """,
        """
        using System.Collections.Concurrent;

        var lengths = new ConcurrentDictionary<string, int>();
        Parallel.ForEach(args, arg =>
        {
            lengths.AddOrUpdate(arg, 1, (_, known) => known + 1);
        });
        Console.WriteLine(lengths.Count);
        """);

    [Fact]
    public Task Make_once() => Verify.FixAsync(
        """
        class Squares
        {
            private readonly Dictionary<int, long> _known = [];

            public void Fill(int[] numbers) => Parallel.ForEach(numbers, number => Of(number));

            private long Of(int number)
            {
                if (!{|CONC1001:_known.TryGetValue|}(number, out var square))
                {
                    square = (long)number * number;
                    {|CONC1001:_known[number]|} = square;
                }

                return square;
            }
        }
        """,
        """
        using System.Collections.Concurrent;

        class Squares
        {
            private readonly ConcurrentDictionary<int, long> _known = new();

            public void Fill(int[] numbers) => Parallel.ForEach(numbers, number => Of(number));

            private long Of(int number)
            {
                var square = _known.GetOrAdd(number, _ => (long)number * number);

                return square;
            }
        }
        """);

    [Fact]
    public Task The_dictionary_is_handed_on() => Verify.FixAsync(
        """
        class Index
        {
            private readonly Dictionary<string, int> _index = [];

            public Dictionary<string, int> Build(string[] words)
            {
                Parallel.ForEach(words, word => { {|CONC1001:_index[word]|} = word.Length; });
                return _index;
            }
        }
        """,
        """
        class Index
        {
            private readonly Lock _gate = new();
            private readonly Dictionary<string, int> _index = [];

            public Dictionary<string, int> Build(string[] words)
            {
                Parallel.ForEach(words, word => { lock (_gate) { _index[word] = word.Length; } });
                return _index;
            }
        }
        """);

    [Fact]
    public Task Workers_that_empty_a_queue() => Verify.FixAsync(
        """
        class Jobs
        {
            private readonly Queue<int> _open = new();

            public void Run()
            {
                for (int i = 0; i < 10; i++)
                    _open.Enqueue(i);
                var first = new Thread(Work);
                var second = new Thread(Work);
                first.Start();
                second.Start();
                first.Join();
                second.Join();
            }

            private void Work()
            {
                while (_open.Count > 0)
                {
                    var job = {|CONC1001:_open.Dequeue|}();
                    Console.WriteLine(job);
                }
            }
        }
        """,
        """
        using System.Collections.Concurrent;

        class Jobs
        {
            private readonly ConcurrentQueue<int> _open = new();

            public void Run()
            {
                for (int i = 0; i < 10; i++)
                    _open.Enqueue(i);
                var first = new Thread(Work);
                var second = new Thread(Work);
                first.Start();
                second.Start();
                first.Join();
                second.Join();
            }

            private void Work()
            {
                while (_open.TryDequeue(out var job))
                {
                    Console.WriteLine(job);
                }
            }
        }
        """);
}
