// A program with windows: its singletons live on the one UI thread.
using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F062;

public sealed class MainViewModel : INotifyPropertyChanged
{
    private readonly List<string> _items = [];
    private int _count;

    public event PropertyChangedEventHandler? PropertyChanged;

    public int Count
    {
        get => _count;
        set
        {
            _count = value;
            PropertyChanged?.Invoke(this, new(nameof(Count)));
        }
    }

    public void Add(string item)
    {
        _items.Add(item);
        Count++;
    }
}

public static class Setup
{
    public static void Add(IServiceCollection services) => services.AddSingleton<MainViewModel>();
}
