def use():
    import main

    print(main.state, main.__name__)
    main.state.append("changed")
